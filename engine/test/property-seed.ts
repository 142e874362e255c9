import fc from 'fast-check';

/** Property tests draw the same cases at each run; `npm run nightly` sets LOOPWRIGHT_SEED to draw new ones. */
fc.configureGlobal({ seed: Number(process.env['LOOPWRIGHT_SEED'] ?? 20_261_123) });
