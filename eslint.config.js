import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Functions whose last bits differ between engines; our own stand in src/numerics. */
const engineDependent = ['exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'pow', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'cbrt', 'hypot', 'random'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'examples/**/output/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
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
        ...engineDependent.map((property) => ({ object: 'Math', property, message: 'Not the same bits on every engine: use src/numerics.' })),
        { object: 'Date', property: 'now', message: 'The library touches no clock.' },
      ],
      'no-restricted-globals': ['error', 'process', 'performance', 'document', 'window', 'Intl', 'fetch'],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: 'Not the same bits on every engine: use power from src/numerics.' },
        { selector: "AssignmentExpression[operator='**=']", message: 'Not the same bits on every engine: use power from src/numerics.' },
        { selector: "MemberExpression[property.name=/^toLocale/]", message: 'Text does not depend on the locale.' },
        { selector: "MemberExpression[property.name='localeCompare']", message: 'Text does not depend on the locale.' },
      ],
    },
  },
  { files: ['**/*.mjs', 'bench/**', 'scripts/**', 'examples/**'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly', Buffer: 'readonly' } } },
);
