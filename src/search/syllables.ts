/** Finals by initial; zh, ch and sh are written z, c, s (see `foldSyllable`), ü is written v. */
const FINALS_BY_INITIAL = `
- a ai an ang ao e ei en eng er o ou
b a ai an ang ao ei en eng i ian iao ie in ing o u
c a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
d a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
f a an ang ei en eng o ou u
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un
k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
q i ia ian iang iao ie in ing iong iu u uan ue un
r an ang ao e en eng i ong ou u ua uan ui un uo
s a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
w a ai an ang ei en eng o u
x i ia ian iang iao ie in ing iong iu u uan ue un
y a an ang ao e i in ing o ong ou u uan ue un
z a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
`;

/** Every syllable of Standard Chinese without its tone, folded. */
export const SYLLABLES: ReadonlySet<string> = new Set(
  FINALS_BY_INITIAL.trim()
    .split("\n")
    .map((line) => line.split(" "))
    .flatMap(([initial, ...finals]) =>
      finals.map((final) => (initial === "-" ? final : initial + final)),
    ),
);

/**
 * One writing for what many people speak and type alike: zh, ch, sh as z, c, s; lüe and nüe as lve and nve.
 * @param letters pinyin without tones, one syllable or several
 */
export function foldSyllable(letters: string): string {
  return letters.replace(/([zcs])h/g, "$1").replace(/([ln])ue/g, "$1ve");
}
