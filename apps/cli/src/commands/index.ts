import type { Command } from 'commander';

/** Each command stands in a file of its own beside this one. */
export function registerCommands(_program: Command): void {}
