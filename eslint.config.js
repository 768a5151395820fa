import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Functions whose last bits differ between engines; our own stand in src/numerics. */
const engineDependent =
  'exp expm1 log log2 log10 log1p pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh cbrt hypot random'.split(' ');

const noPower = 'Not the same bits on every engine: use power from src/numerics.';
const noLocale = 'Text does not depend on the locale.';

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/output/**', 'coverage/**'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A name for what another type makes: shorter on hovering and in errors than the type itself.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...engineDependent.map((property) => ({
          object: 'Math',
          property,
          message: 'Not the same bits on every engine: use src/numerics.',
        })),
        { object: 'Date', property: 'now', message: 'The library touches no clock.' },
      ],
      'no-restricted-globals': ['error', 'process', 'performance', 'document', 'window', 'Intl', 'fetch'],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: noPower },
        { selector: "AssignmentExpression[operator='**=']", message: noPower },
        { selector: 'MemberExpression[property.name=/^toLocale/]', message: noLocale },
        { selector: "MemberExpression[property.name='localeCompare']", message: noLocale },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The library touches no clock.' },
      ],
    },
  },
  // The last expression of a cell is what it shows.
  { files: ['examples/notebook/*.mjs'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        'document requestAnimationFrame scrollTo Worker self DOMException console process URL URLSearchParams performance Buffer structuredClone setTimeout clearTimeout setInterval clearInterval fetch AbortController'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
);
