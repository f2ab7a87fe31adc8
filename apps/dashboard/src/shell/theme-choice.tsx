import { useState } from 'react';
import { chooseTheme, chosenTheme, type Theme, THEMES } from './theme.js';
import { Choice } from '../components/choice.js';

const NAMES: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

export function ThemeChoice() {
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Choice
      label="Colours"
      value={theme}
      options={THEMES.map((id) => ({ id, name: NAMES[id] }))}
      onChange={(chosen) => {
        chooseTheme(chosen);
        setTheme(chosen);
      }}
    />
  );
}
