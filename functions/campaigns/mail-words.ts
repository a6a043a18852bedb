import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the mails about campaigns. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const mailWords: Catalogue = {
  'mail.hello': { zh: '{name}，您好：', bo: '{name} ལགས།', en: 'Dear {name},' },
  'mail.campaign.open': { zh: '打开工作台', bo: 'ལས་ཀའི་སྟེགས་བུ་ཁ་ཕྱེ།', en: 'Open the desk' },
  'mail.campaign.quiet.subject': {
    zh: '久无活动：{name}',
    bo: 'ཡུན་རིང་བྱེད་སྒོ་མེད། {name}',
    en: 'No session for long: {name}',
  },
  'mail.campaign.quiet.text': {
    zh: '“{name}”自 {since} 以来没有活动记录，宣传将于 {until} 结束。请安排一场；已经举行的，请补记。',
    bo: '“{name}” {since} ནས་བྱེད་སྒོའི་ཐོ་མེད། {until} ལ་མཇུག་སྒྲིལ། བྱེད་སྒོ་ཞིག་གོ་སྒྲིག་གནང་རོགས། འཚོགས་ཟིན་པ་ཡོད་ན་འགོད་རོགས།',
    en: 'No session of “{name}” is on record since {since}; it ends on {until}. Please plan one, or note those that were held.',
  },
  'mail.campaign.closed.subject': { zh: '宣传总结：{name}', bo: 'ཕྱོགས་བསྡོམས། {name}', en: 'Summary: {name}' },
  'mail.campaign.closed.text': { zh: '{sentences}', bo: '{sentences}', en: '{sentences}' },
};
