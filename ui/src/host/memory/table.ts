// A table that somebody opens.

/** Rows that a test, or somebody who looks at screens, opens. */
export const sampleTable: readonly (readonly string[])[] = [
  ['Order number', 'Company', 'Site name', 'Site time zone', 'Location name', ''],
  ['4410-228290', 'Zurita', 'zurita-meet', 'Europe/Paris', 'Sevilla', 'call Ana first'],
  ['4410-228311', 'Bóveda', 'boveda-meet', 'Middle Earth', '', ''],
  ['4410-999999', 'Nobody', 'nobody', '', '', ''],
  ['', 'Without a number', 'nameless', '', '', ''],
];
