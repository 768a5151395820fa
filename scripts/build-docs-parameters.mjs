// Writes docs/reference/parameters.md from the built library and the doc comments of src/model/types.ts. With --check it writes nothing and fails
// when the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { modelParameters } from 'peakend';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = `${root}docs/reference/parameters.md`;

const rooms = [
  ['time', 'Time', 'felt-time'],
  ['waiting', 'Waiting', 'waiting'],
  ['memory', 'Memory', 'memory'],
  ['choice', 'Choice', 'choice'],
  ['progress', 'Progress', 'progress'],
  ['abandonment', 'Abandonment', 'leaving'],
  ['satisfaction', 'Satisfaction', 'satisfaction'],
  ['loyalty', 'Loyalty', 'loyalty'],
  ['response', 'Response', 'answers'],
];

const opening = `# Parameters

<!-- Written by scripts/build-docs-parameters.mjs. Change src/model/parameters.ts or src/model/types.ts instead. -->

Every number of the experience model: its path, default, range and source. Each can be set for a study (\`simulate({ journey, model: { time: { beta: 0.95 } } })\`),
for one segment (\`segment.model\`), or drawn for each customer by giving a distribution, whose 0.1 % and 99.9 % quantiles must lie in the range.
What each one does is told in [mechanisms](mechanisms.md). *judgement* as a source means that no paper gives the number.

Durations are seconds, affect is −10 … +10. The same table is data: \`modelParameters\`, exported from \`peakend\`.

\`\`\`js
import { modelParameters } from 'peakend';

modelParameters['time.beta'].default; // 0.9
modelParameters['satisfaction.lossAversion'].source; // 'Brown, Imai, Vieider & Camerer 2024'
\`\`\`

## Settings that are words

| setting | values | default |
| --- | --- | --- |
| \`time.perspective\` | \`'retrospective'\`, \`'prospective'\` | \`'retrospective'\` |
| \`memory.kind\` | \`'blend'\`, \`'recency'\`, \`'acclimationDecay'\`, \`'total'\`, \`'custom'\` | \`'blend'\` |
| \`memory.peak\` | \`'extreme'\`, \`'furthest'\`, \`'worst'\`, \`'best'\`, \`{ worstAndBest: 0 … 1 }\` | \`{ worstAndBest: 0.6 }\` |
| \`memory.endWindow\` | \`{ seconds }\`, \`{ share }\`, or both: the shorter | none: one \`stretch\` |
`;

/** The page as it should be. */
export function parametersPage() {
  const meanings = readMeanings();
  const sections = rooms.map(([room, title, mechanism]) => {
    const rows = Object.entries(modelParameters)
      .filter(([path]) => path.startsWith(`${room}.`))
      .map(([path, { min, max, default: standard, source }]) => {
        const range = `${numberText(min)} … ${numberText(max)}`;
        return `| \`${path}\` | ${numberText(standard)} | ${range} | ${meaningOf(path, meanings)} | ${source} |`;
      });
    const head = ['| path | default | range | meaning | source |', '| --- | --- | --- | --- | --- |'];
    return [`\n## ${title}\n`, `Explained in [${mechanism.replace('-', ' ')}](mechanisms/${mechanism}.md).\n`, ...head, ...rows, ''].join(
      '\n',
    );
  });
  return opening + sections.join('');
}

/** A number as the reference pages write it: a true minus sign, powers of ten above 100,000. */
export function numberText(value) {
  const text = value >= 100_000 ? value.toExponential().replace('e+', 'e') : String(value);
  return text.replace('-', '−');
}

/** Doc comments of every interface member of the model, by `Interface.member`, and what type each member has. */
function readMeanings() {
  const meanings = new Map();
  for (const declared of ['types', 'memory', 'waiting-effects'].flatMap(declarationsOf)) {
    if (!ts.isInterfaceDeclaration(declared)) continue;
    for (const member of declared.members) {
      const comment = ts
        .getJSDocCommentsAndTags(member)
        .map(({ comment: words }) => (typeof words === 'string' ? words : ''))
        .join(' ');
      meanings.set(`${declared.name.text}.${member.name.getText()}`, { comment, type: member.type?.getText() ?? '' });
    }
  }
  return meanings;
}

function declarationsOf(file) {
  const text = readFileSync(`${root}src/model/${file}.ts`, 'utf8');
  return [...ts.createSourceFile(`${file}.ts`, text, ts.ScriptTarget.ESNext, true).statements];
}

const models = {
  time: 'TimeModel',
  waiting: 'WaitingModel',
  choice: 'ChoiceModel',
  progress: 'ProgressModel',
  abandonment: 'AbandonmentModel',
  satisfaction: 'SatisfactionModel',
  loyalty: 'LoyaltyModel',
  response: 'ResponseModel',
};
const memoryHomes = { halfLife: 'RecencyMemory', acclimation: 'AcclimationDecayMemory', decay: 'AcclimationDecayMemory' };
const shares = 'Peak, end, mean and beginning sum to 1.';
/** Where the comment in the source leans on its surroundings. */
const wordsOfOurOwn = {
  'memory.acclimation': 'α, per second: how fast people get used to a level.',
  'memory.decay': 'γ, per second: how fast what was felt is forgotten.',
  'memory.stretch.seconds': 'How long worst, best and end are at most, seconds; 0: moments.',
  'memory.stretch.share': 'How much of the journey they are at most; 0: moments.',
};
const weights = {
  peak: `Weight of the peak. ${shares}`,
  end: `Weight of the end. ${shares}`,
  mean: `Weight of the mean. ${shares}`,
  beginning: `Weight of the first moment. ${shares}`,
  trend: 'Weight of slope · T, beside the four that sum to 1.',
  duration: 'Weight of tanh(mean/2) · ln(1 + T/60 s), beside the four that sum to 1.',
};

function meaningOf(path, meanings) {
  const [room, name, inner] = path.split('.');
  if (room === 'memory' && name === 'weights') return weights[inner];
  if (wordsOfOurOwn[path] !== undefined) return wordsOfOurOwn[path];
  const home = room === 'memory' ? (memoryHomes[name] ?? 'MemorySettings') : models[room];
  const found = meanings.get(`${home}.${name}`) ?? meanings.get(`WaitingEffects.${name}`);
  const own = inner === undefined || found.type !== 'WaitingEffect' ? '' : ` ${firstWords(meanings.get(`WaitingEffect.${inner}`).comment)}`;
  const words = `${firstWords(found.comment)}${own}`.trim();
  if (words === '') throw new Error(`nothing is said about ${path} in src/model/types.ts`);
  return words.replaceAll('|', '\\|');
}

/** A comment up to where it turns to range, default and source, which have columns of their own. */
function firstWords(comment) {
  const sentences = comment.replaceAll('\n', ' ').split(/(?<=[.:])\s+(?=[A-Z0-9>≥−(])/);
  const end = sentences.findIndex((sentence) => /^(Default|Range|Neutral|[\d.−]+…|≥|>|\d+–|[\d.]+–)/.test(sentence));
  return (end < 0 ? sentences : sentences.slice(0, end)).join(' ').trim();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = parametersPage();
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/reference/parameters.md is out of date: run node scripts/build-docs-parameters.mjs');
    process.exitCode = 1;
  }
}
