/** The 95 % point of the standard normal: 5 % lie above it, 90 % between it and its negative. */
export const z95 = 1.6448536269514722;
