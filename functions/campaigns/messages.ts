import type { Catalogue } from '../../shared/i18n.ts';
import { eventWords } from './event/words.ts';
import { mailWords } from './mail-words.ts';
import { pageWords } from './page-words.ts';
import { summaryWords } from './summary-words.ts';

/** Words of campaigns and their sessions. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  ...mailWords,
  ...pageWords,
  ...eventWords,
  ...summaryWords,
  'campaign.stage.planned': { zh: '未开始', bo: 'མ་འགོ་ཚུགས།', en: 'Planned' },
  'campaign.stage.running': { zh: '进行中', bo: 'འགྲོ་བཞིན་པ།', en: 'Under way' },
  'campaign.stage.quiet': {
    zh: '进行中，久无活动',
    bo: 'འགྲོ་བཞིན་པ། ཡུན་རིང་བྱེད་སྒོ་མེད།',
    en: 'Under way, no session for long',
  },
  'campaign.stage.closed': { zh: '已结束', bo: 'མཇུག་གྲུབ།', en: 'Closed' },
  'campaign.stage.cancelled': { zh: '已取消', bo: 'ཕྱིར་འཐེན།', en: 'Cancelled' },
  'session.stage.planned': { zh: '计划中', bo: 'འཆར་གཞི།', en: 'Planned' },
  'session.stage.held': { zh: '已举行', bo: 'འཚོགས་ཟིན།', en: 'Held' },
  'session.stage.cancelled': { zh: '已取消', bo: 'ཕྱིར་འཐེན།', en: 'Called off' },

  'action.campaign.hold': { zh: '记一场活动', bo: 'བྱེད་སྒོ་ཞིག་འགོད།', en: 'Note a session' },
  'action.campaign.plan-session': { zh: '安排一场', bo: 'བྱེད་སྒོ་ཞིག་འཆར་འགོད།', en: 'Plan a session' },
  'action.campaign.correct': { zh: '更正一场', bo: 'བྱེད་སྒོ་ཞིག་བཅོས།', en: 'Correct a session' },
  'action.campaign.cancel-session': { zh: '取消一场', bo: 'བྱེད་སྒོ་ཞིག་ཕྱིར་འཐེན།', en: 'Call off a session' },
  'action.campaign.change': { zh: '调整计划', bo: 'འཆར་གཞི་བསྒྱུར།', en: 'Change the plan' },
  'action.campaign.close': { zh: '提前结束', bo: 'སྔོན་ནས་མཇུག་སྒྲིལ།', en: 'Close early' },
  'action.campaign.cancel': { zh: '取消宣传', bo: 'དྲིལ་བསྒྲགས་ཕྱིར་འཐེན།', en: 'Cancel the campaign' },

  'action.campaign.plan': { zh: '新的宣传计划', bo: 'དྲིལ་བསྒྲགས་འཆར་གཞི་གསར་པ།', en: 'A new campaign' },
  'field.name': { zh: '名称', bo: 'མིང་།', en: 'Name' },
  'field.name.zh': { zh: '中文名称', bo: 'རྒྱ་ཡིག་མིང་།', en: 'Name in Chinese' },
  'field.name.bo': { zh: '藏文名称', bo: 'བོད་ཡིག་མིང་།', en: 'Name in Tibetan' },
  'field.name.en': { zh: '英文名称', bo: 'དབྱིན་ཡིག་མིང་།', en: 'Name in English' },
  'field.about': { zh: '说明', bo: 'གསལ་བཤད།', en: 'About' },
  'field.area': { zh: '地区', bo: 'ས་ཁུལ།', en: 'Area' },
  'field.from': { zh: '第一天', bo: 'ཉིན་དང་པོ།', en: 'First day' },
  'field.until': { zh: '最后一天', bo: 'ཉིན་མཐའ་མ།', en: 'Last day' },
  'hint.until': {
    zh: '当天结束时自动结束，总结不再变动。',
    bo: 'ཉིན་དེའི་མཇུག་ཏུ་རང་འགུལ་གྱིས་མཇུག་སྒྲིལ། ཕྱོགས་བསྡོམས་འགྱུར་བ་མི་འགྲོ།',
    en: 'It closes by itself when that day is over, and its summary stays as it is.',
  },
  'field.topics': { zh: '主题', bo: 'བརྗོད་གཞི།', en: 'Topics' },
  'field.plan': { zh: '目标', bo: 'དམིགས་འབེན།', en: 'Targets' },
  'field.plan.sessions': { zh: '场次', bo: 'ཐེངས་གྲངས།', en: 'Sessions' },
  'field.plan.people': { zh: '人次', bo: 'མི་གྲངས།', en: 'People reached' },
  'field.materials': { zh: '发放材料', bo: 'བཀྲམས་པའི་རྒྱུ་ཆ།', en: 'Handed out' },
  'field.kind': { zh: '类别', bo: 'རིགས།', en: 'Kind' },
  'field.number': { zh: '数量', bo: 'གྲངས་ཀ', en: 'Number' },
  'field.at': { zh: '时间', bo: 'དུས་ཚོད།', en: 'When' },
  'hint.hold.at': { zh: '不填就是现在。', bo: 'མ་བྲིས་ན་ད་ལྟ།', en: 'Now, where it is left out.' },
  'field.people': { zh: '到场人次', bo: 'མི་གྲངས།', en: 'People reached' },
  'field.questions': { zh: '群众提问', bo: 'དྲི་བ།', en: 'Questions asked' },
  'hint.questions': {
    zh: '问题和回答会公开，不写姓名和号码。',
    bo: 'དྲི་བ་དང་ལན་ཕྱི་བསྒྲགས་བྱེད། མིང་དང་ཨང་རྟགས་མ་འབྲི།',
    en: 'Questions and answers are shown to the public: no names or numbers.',
  },
  'field.asked': { zh: '问题', bo: 'དྲི་བ།', en: 'Question' },
  'field.answer': { zh: '回答', bo: 'ལན།', en: 'Answer' },
  'field.topic': { zh: '主题', bo: 'བརྗོད་གཞི།', en: 'Topic' },
  'field.tookPart': { zh: '参加人员', bo: 'ཞུགས་མི།', en: 'Who took part' },
};
