import fc from 'fast-check';

/**
 * `npm test` tries the same examples each time, so that what fails does so for a change in the code.
 * `npm run test:properties` looks for new ones.
 */
const usualSeed = 20_261_123;
if (process.env['ATTACHE_NEW_EXAMPLES'] === undefined) fc.configureGlobal({ seed: usualSeed });
