import type { Catalogue } from '../../shared/i18n.ts';

/** Words of cases of every type, besides those that all capabilities share. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const caseWords: Catalogue = {
  'fact.submittedBy': { zh: '由谁录入', bo: 'སུས་བཀོད་པ།', en: 'Entered by' },

  'event.clock': { zh: '到时间：{clock}', bo: 'དུས་བབ། {clock}', en: 'Time is up: {clock}' },
  'event.duplicates.found': {
    zh: '发现附近的其他报告',
    bo: 'ཉེ་འཁོར་གྱི་སྙན་ཞུ་གཞན་མཐོང་།',
    en: 'Other reports close by were found',
  },
  'event.merged.in': { zh: '并入另一份报告', bo: 'སྙན་ཞུ་གཞན་ཞིག་བསྡུས།', en: 'Another report was merged into this one' },
  'event.merged.out': { zh: '并入的报告重新立案', bo: 'བསྡུས་པའི་སྙན་ཞུ་ཕྱིར་དབྱེ།', en: 'A merged report was opened again' },
  'action.merge': { zh: '并入另一件', bo: 'ལས་དོན་གཞན་དང་བསྡུ།', en: 'Merge into another case' },
  'action.keep-apart': { zh: '不是同一件', bo: 'གཅིག་པ་མིན།', en: 'Keep apart' },
  'field.into': { zh: '并入哪一件（编号）', bo: 'གང་དང་བསྡུ་（ཨང་རྟགས）', en: 'Into which case (number)' },
  'field.other': { zh: '与哪一件不同', bo: 'གང་དང་མི་འདྲ།', en: 'From which case' },
  'fact.duplicate': { zh: '并入', bo: 'བསྡུས་ས།', en: 'Merged into' },
  'likeness.near': { zh: '地点很近', bo: 'ས་གནས་ཉེ་བ།', en: 'near each other' },
  'likeness.same-township': { zh: '同一乡镇', bo: 'ཤང་གཅིག་པ།', en: 'the same township' },
  'likeness.within-the-hour': { zh: '相隔不到一小时', bo: 'ཆུ་ཚོད་གཅིག་ནང་།', en: 'within an hour' },
  'likeness.within-days': { zh: '时间相近', bo: 'དུས་ཚོད་ཉེ་བ།', en: 'around the same time' },
  'likeness.same-species': { zh: '同一种动物', bo: 'རིགས་གཅིག་པ།', en: 'the same species' },
  'case.column.number': { zh: '编号', bo: 'ཨང་།', en: 'Number' },
  'case.column.type': { zh: '类别', bo: 'རིགས།', en: 'Kind' },
  'case.column.title': { zh: '事项', bo: 'དོན་དག', en: 'Matter' },
  'case.column.stage': { zh: '进度', bo: 'འཕེལ་རིམ།', en: 'Stage' },
  'case.column.urgency': { zh: '紧急程度', bo: 'ཛ་དྲག་རིམ་པ།', en: 'Urgency' },
  'case.column.unit': { zh: '承办单位', bo: 'ལས་ཁུངས།', en: 'Unit' },
  'case.column.received': { zh: '收到时间', bo: 'འབྱོར་དུས།', en: 'Received' },
  'case.column.due': { zh: '时限', bo: 'དུས་བཀག', en: 'Due' },
  'case.column.place': { zh: '地点', bo: 'ས་གནས།', en: 'Place' },
};
