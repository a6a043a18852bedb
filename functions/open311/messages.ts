import type { Catalogue } from '../../shared/i18n.ts';

/** Words of the interface for programs. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'open311.notice': {
    zh: '回执号 {receipt}：凭它在网站上查进度、补充情况，请保存好。',
    bo: 'འབྱོར་འཛིན་ཨང་རྟགས་ {receipt} འདི་བཀོལ་ནས་དྲ་ཚིགས་སུ་འཕེལ་རིམ་ལྟ་ཆོག ཉར་ཚགས་གནང་རོགས།',
    en: 'Receipt {receipt}: with it the report can be followed and added to on the site; keep it.',
  },
  'open311.contact': {
    zh: '由本平台的管理员受理接口问题。',
    bo: 'མཐུད་སྣེའི་གནད་དོན་སྡིངས་ཆའི་དོ་དམ་པར་ཞུ་རོགས།',
    en: 'The administrators of this platform answer questions about the interface.',
  },
  'open311.key': {
    zh: '提交需要 api_key，请向本平台的管理员申请；查询不需要。',
    bo: 'འབུལ་བར་ api_key དགོས། སྡིངས་ཆའི་དོ་དམ་པར་ཞུ་རོགས། འཚོལ་བཤེར་ལ་མི་དགོས།',
    en: 'To post, ask the administrators of this platform for an api_key; reading needs none.',
  },
};
