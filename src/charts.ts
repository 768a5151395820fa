export { emotionRibbon } from './charts/emotion-ribbon';
