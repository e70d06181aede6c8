// The queries that the tests of the search ask of this manual.
import fs from 'node:fs';

const written = fs.readFileSync(new URL('../../tests/search_queries.toml', import.meta.url), 'utf8');
export const queries = [...written.matchAll(/^q = "(.*)"$/gm)].map(found => found[1]);
