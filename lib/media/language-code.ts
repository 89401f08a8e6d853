/** ISO 639-2/T codes, which MP4 wants, of the ISO 639-1 codes that BCP 47 uses. Free of Node. */
const CODES: Record<string, string> = Object.fromEntries(
  (
    'af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng eo:epo ' +
    'es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg gu:guj he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl ' +
    'it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir la:lat lo:lao lt:lit lv:lav mk:mkd ml:mal mn:mon mr:mar ' +
    'ms:msa mt:mlt my:mya nb:nob ne:nep nl:nld nn:nno no:nor pa:pan pl:pol ps:pus pt:por ro:ron ru:rus sa:san sk:slk ' +
    'sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel th:tha tl:tgl tr:tur ug:uig uk:ukr ur:urd uz:uzb vi:vie yi:yid ' +
    'zh:zho zu:zul'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** `zh-TW` is `zho`; a language that is not known is `und`. */
export function languageCode(tag: string): string {
  const primary = tag.split('-')[0]?.toLowerCase() ?? ''
  return CODES[primary] ?? (/^[a-z]{3}$/.test(primary) ? primary : 'und')
}
