import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the figures of help at stations. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const figureWords: Catalogue = {
  'bulletin.about': { zh: '驿站求助与调解', bo: 'ངལ་གསོ་ཁང་གི་རོགས་སྐྱོར་དང་འདུམ་འགྲིག', en: 'Help at rest stations' },
  'bulletin.title': {
    zh: '{area}爱心驿站求助与调解通报',
    bo: '{area} ངལ་གསོ་ཁང་གི་རོགས་སྐྱོར་དང་འདུམ་འགྲིག་གསལ་བསྒྲགས།',
    en: 'Help at rest stations: {area}',
  },
  'bulletin.cases': { zh: '求助', bo: 'རོགས་སྐྱོར་ཞུ་བ།', en: 'Asked for help' },
  'bulletin.urgent': { zh: '其中紧急', bo: 'དེའི་ནང་ཛ་དྲག', en: 'Of these, urgent' },
  'bulletin.helped': { zh: '现场解决', bo: 'ས་གནས་སུ་ཐག་བཅད།', en: 'Helped on the spot' },
  'bulletin.mediations': { zh: '调解', bo: 'འདུམ་འགྲིག', en: 'Mediated' },
  'bulletin.agreed': { zh: '达成协议', bo: 'འཆམ་མཐུན་བྱུང་།', en: 'Agreed' },
  'bulletin.minutes-to-accept': {
    zh: '紧急求助接单用时中位数（分钟）',
    bo: 'ཛ་དྲག་དང་ལེན་སྐར་མ།',
    en: 'Minutes to accept what was urgent (median)',
  },
  'bulletin.by-kind': { zh: '按种类', bo: 'རིགས་ལྟར།', en: 'By kind' },
  'bulletin.by-station': { zh: '按驿站', bo: 'ངལ་གསོ་ཁང་ལྟར།', en: 'By station' },
  'bulletin.by-outcome': { zh: '按结果', bo: 'མཇུག་འབྲས་ལྟར།', en: 'By outcome' },
  'bulletin.chart': { zh: '每月求助数', bo: 'ཟླ་རེའི་རོགས་སྐྱོར་གྲངས་ཀ', en: 'Asked for help each month' },
  'notice.cases': {
    zh: '{from}至{to}，{area}爱心驿站共受理求助{cases}件',
    bo: '{from} ནས་ {to} བར། {area} ངལ་གསོ་ཁང་གིས་རོགས་སྐྱོར་ཞུ་བ་ {cases} བདག་གཉེར་བྱས།',
    en: 'From {from} to {to}, the rest stations of {area} were asked for help {cases:once|# times}',
  },
  'notice.urgent': { zh: '，其中紧急{urgent}件', bo: ' དེའི་ནང་ཛ་དྲག་ {urgent}', en: '; {urgent:# was|# were} urgent' },
  'notice.mediations': {
    zh: '调解{mediations}件',
    bo: 'འདུམ་འགྲིག་ {mediations}',
    en: '{mediations:# mediation was|# mediations were} held',
  },
  'notice.agreed': {
    zh: '，达成协议{agreed}件',
    bo: ' དེའི་ནང་འཆམ་མཐུན་བྱུང་བ་ {agreed}',
    en: '; {agreed} ended in an agreement',
  },
};
