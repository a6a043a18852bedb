import type { Catalogue } from '../../shared/i18n.ts';

/** Words about photos. The Tibetan texts are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const messages: Catalogue = {
  'photo.title': { zh: '照片', bo: 'འདྲ་པར།', en: 'Photos' },
  'photo.nth': { zh: '照片 {n}', bo: 'འདྲ་པར་ {n}', en: 'Photo {n}' },
  'photo.of': { zh: '照片 {n}：{what}', bo: 'འདྲ་པར་ {n}：{what}', en: 'Photo {n}: {what}' },
  'photo.add': { zh: '添加照片', bo: 'འདྲ་པར་སྣོན།', en: 'Add a photo' },
  'photo.later': {
    zh: '有照片？在进度页面上可以添加。',
    bo: 'འདྲ་པར་ཡོད་ན་འཕེལ་རིམ་ཤོག་ངོས་སུ་སྣོན་ཆོག',
    en: 'Any photos? Add them on the page of its progress.',
  },
  'photo.choose': { zh: '选择一张照片', bo: 'འདྲ་པར་ཞིག་འདེམས།', en: 'Choose a photo' },
  'photo.send': { zh: '发送照片', bo: 'འདྲ་པར་སྐུར།', en: 'Send the photo' },
  'photo.hint': {
    zh: 'JPEG、PNG 或 WebP，每张不超过 5 MB，最多 {most} 张。照片里记录的拍摄地点、时间和手机信息会被去掉，只留画面。',
    bo: 'JPEG དང་ PNG ཡང་ན་ WebP ཡིན། རེ་རེ་ 5 MB ལས་མི་བརྒལ། མང་མཐར་ {most} ཡིན། པར་ནང་གི་ས་གནས་དང་དུས་ཚོད། ཁ་པར་གྱི་ཆ་འཕྲིན་བསུབས་ནས་པར་རིས་ཁོ་ན་ཉར།',
    en: 'JPEG, PNG or WebP, each at most 5 MB, {most} at most. Where and when it was taken and with which phone is taken out; only the picture is kept.',
  },
  'photo.full': {
    zh: '已有 {most} 张照片，不能再加。',
    bo: 'འདྲ་པར་ {most} ཡོད། དེ་ལས་མང་བ་སྣོན་མི་ཐུབ།',
    en: 'There are {most} photos; no more can be added.',
  },
  'photo.expected': {
    zh: '还没有收到或正在检查',
    bo: 'འབྱོར་མེད་པའམ་ཞིབ་བཤེར་བྱེད་བཞིན་པ།',
    en: 'Not here yet, or being checked',
  },
  'photo.kept': { zh: '已收到', bo: 'འབྱོར་སོང་།', en: 'Received' },
  'photo.refused.not-an-image': {
    zh: '没有保存：不是照片',
    bo: 'ཉར་མེད། འདྲ་པར་མ་རེད།',
    en: 'Not kept: this is no photo',
  },
  'photo.refused.unsupported': {
    zh: '没有保存：请用 JPEG、PNG 或 WebP',
    bo: 'ཉར་མེད། JPEG དང་ PNG ཡང་ན་ WebP སྤྱོད་རོགས།',
    en: 'Not kept: send JPEG, PNG or WebP',
  },
  'photo.refused.broken': {
    zh: '没有保存：文件已损坏',
    bo: 'ཉར་མེད། ཡིག་ཆ་སྐྱོན་ཤོར་འདུག',
    en: 'Not kept: the file is damaged',
  },
  'photo.refused.too-large': {
    zh: '没有保存：超过 5 MB',
    bo: 'ཉར་མེད། 5 MB ལས་ཆེ་བ་འདུག',
    en: 'Not kept: more than 5 MB',
  },
  'photo.refused.too-many-pixels': {
    zh: '没有保存：图片尺寸太大',
    bo: 'ཉར་མེད། པར་རིས་ཆེ་དྲགས་འདུག',
    en: 'Not kept: the picture has too many pixels',
  },
};
