import type { Language } from '../../shared/fields.ts';

/**
 * The notice that reports consent to, by its version (functions/cases/schema.ts, CONSENT_VERSIONS).
 * The Tibetan text is a draft and AWAITS A NATIVE SPEAKER'S REVIEW.
 */
export const notice: Record<Language, [heading: string, text: string][]> = {
  zh: [
    [
      '我们收集什么',
      '您报告的事的情况、地点和时间；姓名、电话、电子邮箱、住址中您愿意留的，和表上没有标“选填”的。送交野生动物的，按规定须留姓名、电话和住址。您发的照片只留画面，里面记录的拍摄地点、时间和手机信息会去掉；请不要拍进不相干的人。保密举报不适用本说明，以举报页面写明的为准。',
    ],
    [
      '用来做什么',
      '办理您报告的事：找到现场、救护或答复，向您核实情况，通知您进展，办完给您回访；您申请奖励时，用来核对并发放。不用于别的事。',
    ],
    [
      '谁能看到',
      '负责这件事的单位及其主管单位的工作人员；这件事转给别的单位或征求它的意见时，还有那个单位的工作人员。按电话号码查在办的事、查看收款账户，每次都有记录。公开的只有数字，每件事办到哪一步、在哪个乡镇，以及救助动物的种类、日期和几公里见方的大致范围；没有姓名、联系方式，也没有您写的内容。我们为您保密，但这不等于匿名：您填了什么，办理人员就看得到什么。',
    ],
    [
      '需要您另外同意的',
      '精确位置和收款账户属于敏感个人信息，只在您单独同意时收集：位置只用来找到现场，公开时只有几公里见方的大致范围；账户只在您申请奖励时收集，加密保存。不满十四周岁的，由监护人代为填写并同意。',
    ],
    ['保存多久', '案件办结后按档案规定保存，到期删除。收款信息在发放完毕、过了核查期后删除。数据存放在中国境内。'],
    [
      '您的权利',
      '凭回执号可以看到我们存了您的哪些信息，可以补充、更正；事情还没有办结时可以撤回报告。撤回同意不影响之前已经做的处理。要求删除，请与受理单位联系。',
    ],
  ],
  bo: [
    [
      'ང་ཚོས་གང་བསྡུ་བ།',
      'ཁྱེད་ཀྱིས་ཞུས་པའི་དོན་དག་གི་གནས་ཚུལ་དང་ས་གནས། དུས་ཚོད། ཁྱེད་ཀྱིས་འབྲི་འདོད་པའི་མིང་དང་ཁ་པར། གློག་འཕྲིན། སྡོད་གནས་བཅས་ཡིན། སྲོག་ཆགས་སྤྲོད་མཁན་གྱིས་སྒྲིག་གཞི་ལྟར་མིང་དང་ཁ་པར། སྡོད་གནས་འབྲི་དགོས། འདྲ་པར་གྱི་པར་རིས་ཁོ་ན་ཉར་ནས་པར་ལེན་ས་དང་དུས་ཚོད། ཁ་པར་གྱི་ཆ་འཕྲིན་བསུབ། འབྲེལ་མེད་ཀྱི་མི་པར་ནང་མ་ལེན། གསང་ཞུ་ལ་གསལ་བཤད་འདི་མི་འཇུག གསང་ཞུའི་ཤོག་ངོས་ལྟོས།',
    ],
    [
      'ག་རེ་བྱེད་པར་སྤྱོད་པ།',
      'ཁྱེད་ཀྱིས་ཞུས་པའི་དོན་དག་སྒྲུབ་པ། ས་གནས་འཚོལ་བ་དང་སྐྱོབ་པའམ་ལན་འདེབས་པ། ཁྱེད་ལ་གནས་ཚུལ་འདྲི་བ་དང་བརྡ་སྦྱོར་བྱེད་པ། བྱ་དགའ་ཞུ་སྐབས་ཞིབ་བཤེར་དང་སྤྲོད་པ་བཅས་ཁོ་ནར་སྤྱོད།',
    ],
    [
      'སུས་མཐོང་ཐུབ་པ།',
      'ལས་དོན་འདིའི་འགན་འཁུར་ལས་ཁུངས་དང་གོང་རིམ་ལས་ཁུངས། ལས་དོན་འདི་རྩིས་སྤྲོད་པའམ་བསམ་འཆར་དྲིས་པའི་ལས་ཁུངས་བཅས་ཀྱི་ལས་བྱེད་པས་མ་གཏོགས་མཐོང་མི་ཐུབ། ཁ་པར་ཨང་གྲངས་ཀྱིས་བཙལ་བ་དང་དངུལ་ཁང་རྩིས་ཐོ་ལྟ་ཐེངས་རེ་རེར་ཐོ་འགོད་བྱེད། ཕྱི་བསྒྲགས་ལ་གྲངས་ཀ་དང་ལས་དོན་གྱི་འཕེལ་རིམ། ཤང་། སྲོག་ཆགས་ཀྱི་རིགས་དང་ཉིན། སྤྱི་ལེ་ཁ་ཤས་ཀྱི་ཁྱབ་ཁོངས་མ་གཏོགས་མེད། མིང་དང་འབྲེལ་གཏུགས། ཁྱེད་ཀྱིས་བྲིས་པ་མེད། ང་ཚོས་གསང་བ་སྲུང་། འོན་ཀྱང་མིང་གསང་བ་དང་མི་འདྲ།',
    ],
    [
      'ཟུར་དུ་འཐད་པ་དགོས་པ།',
      'གནས་ས་གཏན་འཁེལ་དང་དངུལ་ཁང་རྩིས་ཐོ་ནི་ཁྱེད་ཀྱིས་ཟུར་དུ་འཐད་ན་མ་གཏོགས་མི་བསྡུ། ལོ་ ༡༤ མ་ལོན་པ་ཡིན་ན་ལྟ་སྐྱོང་བས་ཚབ་ཏུ་འབྲི་དགོས།',
    ],
    ['དུས་ཚོད་ག་ཚོད་ཉར་བ།', 'ལས་དོན་མཇུག་བསྡུས་རྗེས་ཡིག་ཚགས་སྒྲིག་གཞི་ལྟར་ཉར་ནས་དུས་ལ་བབས་ན་བསུབ། གཞི་གྲངས་རྒྱལ་ནང་དུ་ཉར།'],
    ['ཁྱེད་ཀྱི་ཐོབ་ཐང་།', 'འབྱོར་འཛིན་ཨང་རྟགས་བཀོལ་ནས་ང་ཚོས་ཉར་བའི་ཆ་འཕྲིན་ལྟ་ཆོག ཁ་སྣོན་དང་བཅོས་ཆོག ལས་དོན་མཇུག་མ་བསྡུས་གོང་སྙན་ཞུ་ཕྱིར་འཐེན་ཆོག'],
  ],
  en: [
    [
      'What we collect',
      'What you tell us of the matter, the place and the time; and of name, telephone, e-mail and address what you choose to leave and what the form does not mark as optional. Whoever hands over a wild animal has to leave a name, a telephone and an address. Of photos only the picture is kept: where and when they were taken and with which phone is taken out. Please keep people who have nothing to do with it out of the picture. For tip-offs what their own page says holds instead.',
    ],
    [
      'What it is for',
      'To deal with what you report: to find the place, to help or to answer, to ask you about it, to tell you how it goes on and to call you back, and, if you claim a reward, to check the claim and pay it. For nothing else.',
    ],
    [
      'Who sees it',
      'The staff of the unit that handles the report and of the bureau above it, and of a unit that the matter is handed to or that is asked for its opinion. Looking a telephone number up and looking at payment details are on record each time. What is published are figures, how far each report has come and in which township, and of rescued animals the species, the day and a square of several kilometres; no name, no contact, nothing that you wrote. We keep it confidential, which is not the same as anonymous: what you write, those who handle it can read.',
    ],
    [
      'What needs a consent of its own',
      'A precise position and payment details are sensitive. A position is taken only when you press its button, and used only to find the place; published is a square of several kilometres. Payment details are asked for only when you claim a reward, and are stored encrypted. For children under 14 a guardian fills in the form and consents.',
    ],
    [
      'How long we keep it',
      'As long as the rules on files require once the case is closed, then it is deleted. Payment details go once the reward is paid and the time for checks is over. All data stays in China.',
    ],
    [
      'Your rights',
      'With your receipt you can see what we hold about you, add to it and correct it, and withdraw the report while the matter is not closed. Withdrawing consent does not undo what was done before. To have data deleted, turn to the unit that received the report.',
    ],
  ],
};
