import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the monthly figures. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const figureWords: Catalogue = {
  'bulletin.about': { zh: '牲畜急救', bo: 'ཕྱུགས་ཟོག་ཛ་དྲག་སྐྱོབ་པ།', en: 'Livestock emergencies' },
  'bulletin.title': {
    zh: '{area}牲畜急救通报',
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
  'bulletin.epidemics-suspected': { zh: '疑似疫病', bo: 'རིམས་ནད་དོགས་པ།', en: 'Epidemics suspected' },
  'bulletin.epidemics-confirmed': { zh: '确认疫病', bo: 'གཏན་འཁེལ་རིམས་ནད།', en: 'Epidemics confirmed' },
  'notice.cases': {
    zh: '{from}至{to}，{area}共处置牲畜急救{cases}起',
    bo: '{from} ནས་ {to} བར། {area} ཕྱུགས་ཟོག་ཛ་དྲག་ལས་དོན་ {cases}',
    en: 'From {from} to {to}, {area} handled {cases:# livestock emergency|# livestock emergencies}',
  },
  'notice.animals': {
    zh: '，救治牲畜{animals}头（只）',
    bo: ' ཕྱུགས་ཟོག་ {animals}',
    en: ' with {animals:# animal|# animals}',
  },
  'notice.saved': {
    zh: '，存活{saved}头（只）',
    bo: ' གསོན་པོ་ {saved}',
    en: '; {saved:# is|# are} alive',
  },
  'notice.loss-averted': {
    zh: '估计为群众避免损失{lossAverted}元',
    bo: 'མང་ཚོགས་ཀྱི་གྱོང་གུན་སྒོར་ {lossAverted} བཀག་པར་ཚོད་དཔག',
    en: 'The loss averted is estimated at {lossAverted} yuan',
  },
  'notice.epidemics-suspected': {
    zh: '其中疑似疫病{epidemicsSuspected}起',
    bo: 'དེའི་ནང་རིམས་ནད་དོགས་པ་ {epidemicsSuspected}',
    en: 'An epidemic was suspected in {epidemicsSuspected} of them',
  },
  'notice.epidemics-confirmed': {
    zh: '，确认{epidemicsConfirmed}起',
    bo: ' གཏན་འཁེལ་ {epidemicsConfirmed}',
    en: ' and confirmed in {epidemicsConfirmed}',
  },
};
