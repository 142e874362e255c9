/** A test asked for something that the engine refuses, or that isn't there. */
export class TestHostError extends Error {
  override readonly name = 'TestHostError';
}
