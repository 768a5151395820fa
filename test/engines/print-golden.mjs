import * as library from '../../dist/index.js';
import { golden } from './golden.mjs';

console.log(JSON.stringify(golden(library)));
