// Cisco's own guides to what a page asks. The names are those of the program's list of pages; an
// address never comes from here.

export const guides = [
  'guide',
  'organizations',
  'rights',
  'sites',
  'locations',
  'contact_center',
] as const;

export type GuideName = (typeof guides)[number];
