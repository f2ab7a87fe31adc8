/** A member of a roll-up, such as one service of a team: k of n in each of the two periods. */
export interface Member {
  readonly name: string;
  readonly earlier: { readonly k: number; readonly n: number };
  readonly later: { readonly k: number; readonly n: number };
}

/** How much of a change of the whole came from one member. The same unit as the rate: 0.01 is a point of per cent. */
export interface MemberPart {
  readonly name: string;
  /** Because its own rate changed. */
  readonly rate: number;
  /** Because its weight in the whole changed. Above 0: it grew and its rate is above the whole's, or neither. */
  readonly mix: number;
}

/** The change of a rolled-up rate, taken apart. `rate` + `mix` = `change`, and so do the members' parts. */
export interface MixChange {
  readonly change: number;
  readonly rate: number;
  readonly mix: number;
  readonly members: readonly MemberPart[];
}

/**
 * Takes the change of a rolled-up rate R = Σ wᵢrᵢ (wᵢ: a member's share of all n) apart:
 * Δ = Σ w̄ᵢ·Δrᵢ (the members' rates changed) + Σ r̄ᵢ·Δwᵢ (their weights did), with bars for the means of the
 * two periods. A change fail rate can rise while that of every service falls, when the services that always
 * failed more come to deploy more: then `rate` is below 0 and `mix` above.
 *
 * - A member's mix part is (r̄ᵢ − R̄)·Δwᵢ. As the weights sum to 1 in both periods ΣΔwᵢ = 0, and the sum is the
 *   same; without R̄ every member that grew would seem to have made things worse, the best one too.
 * - A member without cases in one period has no rate there. It is taken to have had the rate of the other
 *   period: what it brings or takes away by coming or going is mix, and nothing of it is rate.
 *
 * Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", Journal of the American Statistical
 * Association 50 (1955), 1168–1194.
 *
 * @returns null when either period has no cases at all: there is no change to take apart
 */
export function mixChange(members: readonly Member[]): MixChange | null {
  const [earlier, later] = [
    total(members.map((m) => m.earlier)),
    total(members.map((m) => m.later)),
  ];
  if (earlier.n === 0 || later.n === 0) return null;
  const wholeRate = (earlier.k / earlier.n + later.k / later.n) / 2;
  const parts = members.map((member): MemberPart => {
    const before = member.earlier.n > 0 ? member.earlier : member.later;
    const after = member.later.n > 0 ? member.later : member.earlier;
    if (before.n === 0) return { name: member.name, rate: 0, mix: 0 };
    const rates = [before.k / before.n, after.k / after.n] as const;
    const weights = [member.earlier.n / earlier.n, member.later.n / later.n] as const;
    return {
      name: member.name,
      rate: midpoint(weights) * rise(rates),
      mix: (midpoint(rates) - wholeRate) * rise(weights),
    };
  });
  return {
    change: later.k / later.n - earlier.k / earlier.n,
    rate: sum(parts.map(({ rate }) => rate)),
    mix: sum(parts.map(({ mix }) => mix)),
    members: parts,
  };
}

type Pair = readonly [earlier: number, later: number];

const midpoint = ([earlier, later]: Pair) => (earlier + later) / 2;
const rise = ([earlier, later]: Pair) => later - earlier;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function total(cases: readonly Member['earlier'][]) {
  return { k: sum(cases.map(({ k }) => k)), n: sum(cases.map(({ n }) => n)) };
}
