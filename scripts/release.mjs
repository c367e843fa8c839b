import { EXIT, main, Stop } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { run, runInstalled } from './lib/run.mjs';

const HELP = say(
  `npm run release [-- --dry-run] [-- --release-as VERSION]

Makes a release of the commits since the last one: the version in every file that names it, the notes in RELEASES.md, a
commit and a tag. It pushes nothing. The first one is the version of package.json.

  --dry-run              shows all of it, and changes nothing
  --release-as VERSION   this version, or patch, minor or major, instead of the one that follows from the commits`,
  `npm run release [-- --dry-run] [-- --release-as VERSION]

Crée une version à partir des commits faits depuis la dernière : le numéro dans chaque fichier qui le contient, les
notes dans RELEASES.md, un commit et une étiquette Git. N’envoie rien. La première version est celle de package.json.

  --dry-run              montre tout, sans rien changer
  --release-as VERSION   cette version, ou patch, minor ou major, au lieu de celle qui suit des commits`,
);

/** No other change may get into the release's commit. */
async function refuseUncommitted() {
  const { output } = await run('git', ['status', '--porcelain'], { capture: true });
  if (output.trim() === '') return;
  throw new Stop(
    say(
      'There are changes that are not committed. Commit them, then run the same command again.',
      'Des modifications ne sont pas validées (commit). Validez-les, puis relancez la même commande.',
    ),
  );
}

async function isFirst() {
  const { output } = await run('git', ['tag', '--list', 'v*'], { capture: true });
  return output.trim() === '';
}

await main(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return EXIT.ok;
  }
  if (!args.includes('--dry-run')) await refuseUncommitted();
  const first = (await isFirst()) ? ['--first-release'] : [];
  return (await runInstalled('commit-and-tag-version', [...first, ...args])).code;
});
