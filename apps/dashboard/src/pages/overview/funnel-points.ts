import type { Row } from '../../metrics/row.js';

export interface FunnelPoint {
  readonly name: string;
  readonly failed: number;
  /** Deployments that could have failed. */
  readonly n: number;
  readonly rate: number;
}

/** Services that deployed at all. */
export function funnelPoints(rows: readonly Row[]): readonly FunnelPoint[] {
  return rows.flatMap(({ group, changeFailRate }) => {
    const name = group.service;
    if (name == null || changeFailRate?.rate == null) return [];
    const { failed, deployments, rate } = changeFailRate;
    return [{ name, failed, n: deployments, rate }];
  });
}

/** The rate of all together, around which the limits lie. */
export function pooledRate(points: readonly FunnelPoint[]): number {
  const n = points.reduce((sum, point) => sum + point.n, 0);
  return n === 0 ? 0 : points.reduce((sum, point) => sum + point.failed, 0) / n;
}
