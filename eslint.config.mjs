import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import {
  boundariesOfSources,
  boundariesOfTests,
  noInputOutput,
  PURE_SOURCES,
} from './tools/eslint/boundaries.mjs';

const SOURCES = ['libs/*/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}'];
const TESTS = ['**/*.spec.ts', '**/*.spec.mjs', '**/*.fixture.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/generated/**',
      'deploy/ci/report.mjs',
      '.nx/**',
      'coverage/**',
      'tmp/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  {
    files: SOURCES,
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...boundariesOfSources,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      // Nest declares its options as classes that nobody instantiates.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest's modules are classes that carry nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Nothing here may hide a promise that failed; these two are what keep that true.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // It tells what React's compiler leaves alone, and the compiler is not used here.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  { files: TESTS, plugins: { '@nx': nx }, rules: boundariesOfTests },
  { files: PURE_SOURCES, ignores: TESTS, rules: noInputOutput },
);
