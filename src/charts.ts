export { emotionRibbon } from './charts/emotion-ribbon';
export type { RibbonOptions } from './charts/ribbon-of';
export type { EmotionRibbonInput, EmotionRibbonStep } from './charts/ribbon-input';
