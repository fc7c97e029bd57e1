import type { Language } from '../language.js'

export const english: Language = {
  goesOn: `
    Mr. Mrs. Ms. Messrs. Mme. Mlle. Dr. Drs. Prof. Rev. Fr. Hon. Mt. Ft. Gen. Col. Maj. Capt. Cpt. Cmdr. Lt. Sgt. Cpl. Pvt. Adm. Sen. Rep. Gov. Pres.
    Supt. Det. Insp. Amb. Atty. Asst. Assoc. e.g. i.e. cf. viz. vs. approx. incl. excl. resp. ca. al. Ph.D. M.D. B.A. M.A. esp. orig. temp. max. min. avg.
    abbr. ibid. op.cit.
  `,
  beforeNumber: `
    No. Nos. Nr. Art. Arts. Sec. Secs. Sect. Fig. Figs. p. pp. pg. Vol. Vols. Ch. Chs. Para. Paras. App. Ed. Eq. Eqs. Tab. Ex. Ref. Refs. Ver. v. Cl. Reg.
    Res. Ser. l. ll. n. nn. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun. Rm. Apt. Ste.
    Flr. Ext. Tel. est. c.
  `,
  inNames: 'Co. Corp. Inc. Ltd. Bros. Jr. Sr. Esq. Plc. St. Ave. Blvd. Bldg. Univ. Dept. Rd. Hwy. Mfg. Assn. Intl. Natl.',
  mayEnd: 'a.m. p.m. etc. al. B.C. A.D. B.C.E. C.E.',
  starters: `
    a an the this that these those he she it we you they his her its our their my your I who whose which what when where why how if while after before
    because since although though unless until as at by for from in on with without during under over there here then thus therefore hence however
    moreover furthermore nevertheless also but and or so yet not no nor all any both each every few many most much neither one some several such another
    other do does did is are was were has have had can could will would shall should may might must let please see today tomorrow yesterday now later soon
    once first second third finally next meanwhile instead perhaps maybe according
  `,
}
