import { createRequire } from 'node:module';
import { golden } from './golden.mjs';

console.log(JSON.stringify(golden(createRequire(import.meta.url)('../../dist/index.cjs'))));
