const KEY = 'throughline.name';

/** The name under which alerts were last taken on in this browser: at night nobody likes to type. */
export function storedName(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function storeName(name: string): void {
  localStorage.setItem(KEY, name);
}
