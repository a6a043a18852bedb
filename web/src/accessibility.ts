import type { Language } from '../../shared/fields.ts';

/** What everyone can expect of the site, and what it cannot do yet. The Tibetan text is a draft and AWAITS A NATIVE SPEAKER'S REVIEW. */
export const statement: Record<Language, [heading: string, text: string][]> = {
  zh: [
    [
      '我们做到什么',
      '本站按《Web 内容无障碍指南》（WCAG）2.2 的 AA 级来做：只用键盘就能办完，读屏软件能读，页面放大到四倍不用左右拖动，文字和底色对比足够，有深色显示，按钮好按，不靠颜色分辨。表单不用脚本也能提交；信号弱时页面很小，没有信号时也能填报。',
    ],
    [
      '还没有做到什么',
      '藏文是草稿，等母语者审校。乡镇名和工作人员写的内容只有原文。您发的照片没有文字说明。工作台和邮件里的办理页面需要脚本。没有语音和手语。还没有请残障用户和第三方测评。',
    ],
    ['用不了怎么办', '打电话或到受理单位去，工作人员替您填报，一样有回执号，一样能查进度。'],
    [
      '遇到障碍请告诉我们',
      '在“群众诉求”里选“建议”，写明是哪个页面、用什么手机或软件、哪里用不了。会按诉求办理并给您回访。',
    ],
  ],
  bo: [
    [
      'ང་ཚོས་གང་བསྒྲུབས་པ།',
      'དྲ་ཚིགས་འདི་ WCAG 2.2 AA ལྟར་བཟོས་པ་ཡིན། མཐེབ་གཞོང་ཁོ་ན་བཀོལ་ནས་སྒྲུབ་ཐུབ། ཀློག་འདོན་མཉེན་ཆས་ཀྱིས་ཀློག་ཐུབ། ཡི་གེ་ལྡབ་བཞི་ཆེ་རུ་གཏོང་ཐུབ། ཡི་གེ་དང་རྒྱབ་མདོག་གསལ་པོ་ཡོད། མཐེབ་གནོན་ཆེན་པོ་ཡོད། ཁ་དོག་ཁོ་ནས་དབྱེ་མི་དགོས། རེའུ་མིག་ script མེད་ཀྱང་འབུལ་ཐུབ། དྲ་བ་མེད་ཀྱང་འབྲི་ཐུབ།',
    ],
    [
      'ད་དུང་མ་བསྒྲུབས་པ།',
      'བོད་ཡིག་ནི་ཟིན་བྲིས་ཡིན་པས་ཞུ་དག་དགོས། ཤང་གི་མིང་དང་ལས་བྱེད་པས་བྲིས་པ་མ་ཡིག་ཁོ་ན་ཡོད། འདྲ་པར་ལ་ཡི་གེའི་འགྲེལ་བཤད་མེད། ལས་ཀའི་སྟེགས་བུ་ལ་ script དགོས། སྒྲ་དང་ལག་བརྡ་མེད། དབང་པོ་སྐྱོན་ཅན་གྱིས་ཚོད་ལྟ་ད་དུང་བྱས་མེད།',
    ],
    ['བཀོལ་མི་ཐུབ་ན།', 'ཁ་པར་གཏོང་བའམ་ལས་ཁུངས་སུ་ཕེབས་ན་ལས་བྱེད་པས་ཚབ་ཏུ་འབྲི། འབྱོར་འཛིན་ཨང་རྟགས་གཅིག་པ་ཐོབ།'],
    ['བཀག་རྐྱེན་ཡོད་ན་བརྗོད་རོགས།', '“མང་ཚོགས་ཀྱི་རེ་ཞུ།” ནང་ “བསམ་འཆར།” འདེམས་ནས་ཤོག་ངོས་གང་དང་ཁ་པར་གང་། གང་བཀོལ་མི་ཐུབ་པ་བྲིས་རོགས།'],
  ],
  en: [
    [
      'What you can expect',
      'The site is made to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA: everything can be done with the keyboard alone and read by a screen reader, pages can be magnified four times without scrolling sideways, text stands out from its background, by day and in the dark, buttons are large enough, and nothing is told by colour alone. Forms can be sent without script; pages are small where the signal is weak, and a report can be made without any.',
    ],
    [
      'What it cannot do yet',
      'The Tibetan texts are drafts that await a native speaker’s review. Names of townships and what staff write stand in their own language only. The photos you send have no description. The staff desk, and the pages that links in mail lead to, need script. There is no speech and no sign language. People with disabilities and a third party have not been asked to test it yet.',
    ],
    [
      'If you cannot use it',
      'Call the unit or go there: its staff fill the form in for you; you get the same receipt number, and can follow the report with it.',
    ],
    [
      'Tell us what keeps you out',
      'Choose “Ask your community”, then “Suggestion”, and say which page it was, with which phone or software, and what does not work. It is dealt with as any request, and you are called back.',
    ],
  ],
};
