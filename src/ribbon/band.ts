/** What the band of a result's picture is. */
export const defaultBand = 'middle half of customers';
