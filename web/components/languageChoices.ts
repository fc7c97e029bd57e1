/** Variants that are written differently enough to be translated on their own. */
const variants =
  'ar-EG ar-MA az-Arab bs-Cyrl de-AT de-CH en-AU en-CA en-GB en-IN en-US es-419 es-AR es-ES es-MX fa-AF fr-BE fr-CA fr-CH it-CH ku-Arab mn-Mong ms-Arab nl-BE pa-Arab pt-BR pt-PT ro-MD ru-UA sr-Cyrl sr-Latn sv-FI sw-CD sw-KE uz-Cyrl yue-Hans yue-Hant zh-Hans zh-Hant zh-HK'.split(
    ' ',
  )

/** Languages that CLDR 48 names in English. The platform tells the name of a code but lists none, and asking for all possible codes takes half a second. */
const languages =
  'aa ab ace ach ada ady ae aeb af afh agq ain ak akk akz ale aln alt am an ang ann anp ar arc arn aro arp arq ars arw ary arz as asa ase ast atj av avk awa ay az ba bal ban bar bas bax bbc bbj be bej bem bew bez bfd bfq bg bgc bgn bh bho bi bik bin bjn bkm bla blo blt bm bn bo bpy bqi br bra brh brx bs bss bua bug bum byn byv ca cad car cay cch ccp ce ceb cgg ch chb chg chk chm chn cho chp chr chy cic ckb clc co cop cps cr crg crh crj crk crl crm crr crs cs csb csw cu cv cy da dak dar dav de del den dgr din dje doi dsb dtp dua dum dv dyo dyu dz dzg ebu ee efi egl egy eka el elx en enm eo es esu et eu ewo ext fa fan ff fi fil fit fj fo fon fr frc frm fro frp frr frs fur fy ga gaa gag gan gay gba gbz gd gez gil gl glk gmh gn goh gon gor got grb grc gsw gu guc gur guz gv gwi ha hai hak haw hax he hi hif hil hit hmn hnj ho hr hsb hsn ht hu hup hur hy hz ia iba ibb id ie ig ii ik ikt ilo inh io is it iu izh ja jam jbo jgo jmc jpr jrb jut jv ka kaa kab kac kaj kam kaw kbd kbl kcg kde kea kek ken kfo kg kgp kha kho khq khw ki kiu kj kk kkj kl kln km kmb kn ko koi kok kos kpe kr krc kri krj krl kru ks ksb ksf ksh ku kum kut kv kw kwk kxv ky la lad lag lah lam lb lez lfn lg li lij lil liv lkt lmo ln lo lol lou loz lrc lsm lt ltg lu lua lui lun luo lus luy lv lzh lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mg mga mgh mgo mh mi mic min mk ml mn mnc mni moe moh mos mr mrj ms mt mua mus mwl mwr mwv my mye myv mzn na nan nap naq nb nd nds ne new ng nia niu njo nl nmg nn nnh no nog non nov nqo nr nso nus nv nwc ny nym nyn nyo nzi oc oj ojb ojc ojs ojw oka om or os osa ota pa pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pi pis pl pms pnt pon pqm prg pro ps pt qu quc qug raj rap rar rgn rhg rif rm rn ro rof rom rtm ru rue rug rup rw rwk sa sad sah sam saq sas sat saz sba sbp sc scn sco sd sdc sdh se see seh sei sel ses sg sga sgs shi shn shu si sid sk sl slh sli sly sm sma smj smn sms sn snk so sog sq sr srn srr ss ssy st stq str su suk sus sux sv sw swb syc syr szl ta tce tcy te tem teo ter tet tg tgx th tht ti tig tiv tk tkl tkr tlh tli tly tmh tn to tog tok tpi tr tru trv trw ts tsd tsi tt ttm ttt tum tvl tw twq ty tyv tzm udm ug uga uk umb ur uz vai ve vec vep vi vls vmf vmw vo vot vro vun wa wae wal war was wbp wo wuu xal xh xmf xnr xog yao yap yav ybb yi yo yrl yue za zap zbl zea zen zgh zh zu zun zza'.split(
    ' ',
  )

export interface LanguageChoice {
  tag: string
  name: string
  /** The language's name for itself: how its speakers look for it. */
  ownName: string
}

const ownNameOf = (tag: string): string => {
  const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return name === tag ? '' : name
}

const made = new Map<string, readonly LanguageChoice[]>()

/** All languages with their names in the interface's language, sorted by them. */
export function languageChoices(interfaceLanguage: string): readonly LanguageChoice[] {
  const known = made.get(interfaceLanguage)
  if (known) return known
  const names = new Intl.DisplayNames(interfaceLanguage, { type: 'language', fallback: 'code' })
  const collator = new Intl.Collator(interfaceLanguage)
  const choices = [...languages, ...variants].map((tag) => ({ tag, name: names.of(tag) ?? tag, ownName: ownNameOf(tag) })).sort((a, b) => collator.compare(a.name, b.name))
  made.set(interfaceLanguage, choices)
  return choices
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Choices whose name, own name or tag begins a word with the query; those that begin with it come first, a language before its variants. */
export function findLanguages(choices: readonly LanguageChoice[], query: string, limit = 60): LanguageChoice[] {
  const wanted = folded(query.trim())
  if (!wanted) return choices.slice(0, limit)
  const rank = (choice: LanguageChoice): number => {
    const fields = [folded(choice.name), folded(choice.ownName), choice.tag.toLowerCase()]
    if (fields.includes(wanted)) return 0
    if (fields.some((field) => field.startsWith(wanted))) return 1
    return fields.some((field) => field.includes(` ${wanted}`) || field.includes(`(${wanted}`)) ? 2 : 3
  }
  const ranked = choices.map((choice) => ({ choice, rank: rank(choice) })).filter((each) => each.rank < 3)
  return ranked
    .sort((a, b) => a.rank - b.rank || Number(a.choice.tag.includes('-')) - Number(b.choice.tag.includes('-')))
    .slice(0, limit)
    .map((each) => each.choice)
}
