import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the monthly figures. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const figureWords: Catalogue = {
  'bulletin.title': {
    zh: '{area}牲畜急救月报',
    bo: '{area} ཕྱུགས་ཟོག་ཛ་དྲག་སྐྱོབ་པའི་གསལ་བསྒྲགས།',
    en: 'Livestock emergencies: {area}',
  },
  'bulletin.cases': { zh: '出诊案件', bo: 'ལས་དོན།', en: 'Cases' },
  'bulletin.animals': { zh: '救治牲畜', bo: 'ཕྱུགས་ཟོག', en: 'Animals' },
  'bulletin.saved': { zh: '存活', bo: 'གསོན་པོ།', en: 'Alive' },
  'bulletin.loss-averted': { zh: '估计避免损失（元）', bo: 'གྱོང་གུན་བཀག་པ།（སྒོར）', en: 'Estimated loss averted (yuan)' },
  'bulletin.minutes-to-accept': { zh: '接单用时中位数（分钟）', bo: 'དང་ལེན་སྐར་མ།', en: 'Minutes to accept (median)' },
  'bulletin.minutes-to-leave': {
    zh: '出发用时中位数（分钟）',
    bo: 'འགྲོ་འཛུགས་སྐར་མ།',
    en: 'Minutes from acceptance to leaving (median)',
  },
  'bulletin.by-problem': { zh: '按情形', bo: 'གནས་ཚུལ་ལྟར།', en: 'By what was wrong' },
  'bulletin.chart': { zh: '每月救治牲畜数', bo: 'ཟླ་རེའི་ཕྱུགས་ཟོག་གྲངས་ཀ', en: 'Animals treated each month' },
  'notice.total': {
    zh: '{from}至{to}，{area}共处置牲畜急救{cases}起，救治牲畜{animals}头（只），存活{saved}头（只）。',
    bo: '{from} ནས་ {to} བར། {area} ཕྱུགས་ཟོག་ཛ་དྲག་ལས་དོན་ {cases} ཕྱུགས་ཟོག་ {animals} གསོན་པོ་ {saved}',
    en: 'From {from} to {to}, {area} handled {cases} livestock emergencies with {animals} animals; {saved} of them live.',
  },
  'notice.loss': {
    zh: '估计为群众避免损失{yuan}元。',
    bo: 'མང་ཚོགས་ཀྱི་གྱོང་གུན་སྒོར་ {yuan} བཀག་པར་ཚོད་དཔག',
    en: 'The loss averted is estimated at {yuan} yuan.',
  },
  'notice.epidemic': {
    zh: '其中疑似疫病{count}起，确认{confirmed}起。',
    bo: 'དེའི་ནང་རིམས་ནད་དོགས་པ་ {count} གཏན་འཁེལ་ {confirmed}',
    en: 'An epidemic was suspected in {count} of them and confirmed in {confirmed}.',
  },
};
