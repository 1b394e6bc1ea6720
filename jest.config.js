/** Tests run on the compiled code, so what is tested is what ships, worker threads included. */
export default {
  rootDir: 'dist',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.js'],
  testEnvironment: 'node',
  transform: {},
  injectGlobals: false,
  testTimeout: 60_000,
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testSequencer: '<rootDir>/../scripts/long-suites-first.js',
  maxWorkers: 2,
  // Node keeps the modules of every suite, about 45 MB; a worker that has all of them mostly collects garbage.
  workerIdleMemoryLimit: '800MB',
};
