import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A name of this program for as long as it runs, by which others see on which machine it works. */
export const workerName = (): string => `${hostname()} ${process.pid} ${randomUUID()}`;

/** The machine of a program so named. */
export const machineOf = (worker: string): string => worker.split(' ').slice(0, -2).join(' ') || worker;

const APPLICATION = 'lymphoscope';

/** What a database is told about this program. It keeps 63 bytes of it, and no letters but those of ASCII. */
export const applicationName = (): string => `${APPLICATION} ${hostname()}`.slice(0, 63);

/** The machine of a program that told its name so. */
export const machineOfApplication = (name: string): string => name.replace(`${APPLICATION} `, '');
