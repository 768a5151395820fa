/** The version of the library, recorded in every result. A test holds it to package.json. */
export const libraryVersion = '0.1.0';
