import { say } from '../output';

const EXAMPLES = `
  pandafab analyse part.gcode
  pandafab analyse part.gcode --profile prusa-mk3 --volume 250x210x210 --max-nozzle 275 --max-bed 110
  pandafab analyse part.gcode --profile marlin-2 --allow M81 --json
`;

/** What `pandafab analyse --help` prints after the options. */
export const analyseHelp = say(
  `
Examples:${EXAMPLES}
With --profile the file is checked against that firmware's rules and the machine's limits. The server makes the same
check before it queues a file, and the agent repeats it while it streams. Each finding is refused (the file would not
be printed), left out (that command would not be sent) or a warning. Without --profile, dangers are only warnings, but
the limits that you give are applied.
The volume is the machine's nominal size; the profile says how far outside it purge lines and parking may go.
With --json: findings [{line, code, severity, command, count, rule, what, cure}]; rule is the value for --allow.
thumbnails [{width, height, format, source, bytes, path}] are the pictures that the slicer put into the file or, where
it has none, those drawn here (source: slicer or drawn); path is where --thumbnails wrote one, or null. timeline gives the print time at positions of the file, with line and layer.
part is the bounding box of the part alone, without skirt, purge line, supports and towers; extents are the boxes of all
extrusion and of all moves. timeSeconds is the total time; time is its parts {moving, heating, changing, total}.
Firmwares read E in different ways (readAs is the one used here, readings are the results of the others): give --profile.
A finding FILE.… means that filament, time or layers differ from what the slicer wrote.

Exit codes: 0 read, 1 the file is not G-code or cannot be read, 2 wrong use, 3 the guard refuses the file
`,
  `
Exemples :${EXAMPLES}
Avec --profile, le fichier est contrôlé d’après les règles de ce micrologiciel et les limites de la machine. Le serveur
fait le même contrôle avant de mettre un fichier dans la file, et l’agent le répète pendant l’envoi. Chaque constat est
un refus (le fichier ne serait pas imprimé), une commande laissée de côté (elle ne serait pas envoyée) ou un
avertissement. Sans --profile, les dangers ne sont que des avertissements, mais les limites que vous donnez comptent.
Le volume est la taille nominale de la machine ; le profil dit jusqu’où les lignes de purge et le parking en dépassent.
Avec --json : findings [{line, code, severity, command, count, rule, what, cure}] ; rule est la valeur pour --allow.
thumbnails [{width, height, format, source, bytes, path}] sont les images que le trancheur a mises dans le fichier ou,
s’il n’y en a pas, celles dessinées ici (source : slicer ou drawn) ; path est l’endroit où --thumbnails l’a écrite, ou
null. timeline donne la durée d’impression en différents endroits du fichier.
part est l’encombrement de la pièce seule, sans jupe, purge, supports ni tours ; extents, celui de toute l’extrusion et
celui de tous les déplacements. timeSeconds est la durée totale ; time en donne les parties {moving, heating, changing,
total}. Les micrologiciels lisent E de plusieurs façons (readAs est celle d’ici, readings les résultats des autres) :
indiquez --profile. Un constat FILE.… signifie que filament, durée ou couches diffèrent de ce que le trancheur a écrit.

Codes de sortie : 0 lu, 1 le fichier n’est pas du G-code ou ne peut pas être lu, 2 mauvais usage, 3 le contrôle refuse le fichier
`,
);
