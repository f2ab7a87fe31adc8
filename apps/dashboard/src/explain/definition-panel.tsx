export function DefinitionPanel() {
  return null;
}
