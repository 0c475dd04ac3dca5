// What can be proved at length. A round is what the suite runs once, with another seed; a proof is ten rounds, so a tenth of it is in the suite.
export const proofs = {
  fuzz: {
    claim: 'a mutated FCS file is read or refused in a sentence, within its own bytes and a bound of memory',
    tests: ['tests/property/fcs-read-fuzz.test.ts'],
  },
  gates: {
    claim: 'voltage, absurd events, fewer events, their order and names of channels move no automatic gate, or its light says so',
    tests: ['tests/property/gate-laws.test.ts'],
  },
  histories: {
    claim: 'whatever is edited, undone, redone and reopened, the audit tells it',
    tests: ['tests/property/session-replay.test.ts'],
  },
  lies: {
    claim: 'a file that lies about byte order, number type or range of its values is refused or said; honest files are not doubted',
    tests: ['tests/property/value-lies.test.ts'],
  },
  analysis: {
    claim:
      'a file with its text and values changed anyhow is analysed, withheld or refused in a sentence, within 10 s; below the outer edge',
    tests: ['tests/property/analysis-fuzz.test.ts'],
  },
  tamper: {
    claim: 'a session or an archive with any one change (value, row, order, tail, bit), digests computed anew in half of them, is found',
    tests: ['tests/property/tamper/sessions.test.ts', 'tests/property/tamper/archives.test.ts'],
    needsProgram: true,
  },
  residual: {
    claim:
      'leukaemic cells put into real and simulated events at 0 to 1e-3 lie within the limits printed, and a bag holds no more than its upper limit',
    tests: ['tests/property/residual-spikes.test.ts'],
  },
  ledger: {
    claim:
      'whatever is written into a book of cells, every cell is accounted for, voids restore what stood, and the tables of both databases are its replay',
    tests: ['tests/property/ledger-histories.test.ts', 'tests/archive/ledger-kills.test.ts'],
    needsProgram: true,
  },
  cytotoxicity: {
    claim: 'intervals of lysis and of lytic units hold the truth of simulated release and flow plates',
    tests: ['tests/property/killing-coverage.test.ts'],
  },
  documents: {
    claim: 'a Gating-ML document of any make holds, event by event, what the standard says, and so does what is written from it',
    tests: ['tests/property/documents.test.ts'],
  },
  messages: {
    claim: 'whatever a command is given, people read sentences in their language: no text of a schema, no bare code, no stack trace',
    tests: ['tests/cli/messages.test.ts'],
    needsProgram: true,
  },
  review: {
    claim: 'of 300 runs with 12 planted faults, sorted by distance in Review, all 12 stand among the first 24',
    tests: ['tests/property/review.test.ts'],
  },
  labels: {
    claim: 'of tubes of simulated lots fewer than 1 % are warned about as another lot, and of exchanged tubes nine in ten or more are',
    tests: ['tests/property/label-doubts.test.ts'],
  },
  kills: {
    claim: 'the command line, workers, PostgreSQL and the app killed in the midst of a batch lose no run and double none',
    tests: ['tests/archive/faults.test.ts', 'tests/archive/worker-faults.test.ts', 'tests/archive/seal-kills.test.ts'],
    windowTests: ['tests/e2e/window/archive-killed.test.ts'],
    needsProgram: true,
  },
};
