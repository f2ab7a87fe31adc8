/** Twice the pixels of the screen: sharp on slides and on paper. */
const SCALE = 2;

/** What a drawing's looks are made of; the rest is the browser's own. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
] as const;

/** Saves a drawing as the page shows it, on the page's own ground. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.getBoundingClientRect();
  const image = await imageOf(drawing, width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser draws no picture.');
  context.fillStyle = getComputedStyle(drawing).getPropertyValue('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The browser made no picture.');
  saveBlob(blob, `${name}.png`);
}

async function imageOf(drawing: SVGSVGElement, width: number, height: number) {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  keepLooks(drawing, copy);
  const text = new XMLSerializer().serializeToString(copy);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const image = new Image(width, height);
  image.src = address;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return image;
}

/** A picture has none of the page's style sheets: what they made of each part goes with the part. */
function keepLooks(drawing: Element, copy: Element): void {
  const looks = getComputedStyle(drawing);
  for (const name of LOOKS) copy.setAttribute(name, looks.getPropertyValue(name));
  [...drawing.children].forEach((part, index) => {
    const same = copy.children[index];
    if (same !== undefined) keepLooks(part, same);
  });
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
