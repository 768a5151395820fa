export { emotionRibbon } from './ribbon/emotion-ribbon';
export type { RibbonOptions } from './ribbon/ribbon-of';
export type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon/ribbon-input';
