import type { Catalogue } from '../../../../shared/i18n.ts';

/** Words of the desk's pages of stations. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const stationWords: Catalogue = {
  'desk.stations': { zh: '驿站', bo: 'ངལ་གསོ་ཁང་།', en: 'Stations' },
  'desk.station': { zh: '驿站', bo: 'ངལ་གསོ་ཁང་།', en: 'Station' },
  'desk.stations.none': {
    zh: '您的单位没有管理的驿站。',
    bo: 'ཁྱེད་ཀྱི་ལས་ཁུངས་ཀྱིས་བདག་གཉེར་བྱེད་པའི་ངལ་གསོ་ཁང་མེད།',
    en: 'Your units keep no stations.',
  },
  'desk.stations.faults': { zh: '待处理的报修', bo: 'ཐག་གཅོད་མ་བྱས་པའི་སྐྱོན།', en: 'Open faults' },
  'desk.stations.no-faults': { zh: '没有待处理的报修。', bo: 'སྐྱོན་མེད།', en: 'There are no open faults.' },
  'desk.stations.closed': { zh: '已处理的报修', bo: 'ཐག་གཅོད་ཟིན་པའི་སྐྱོན།', en: 'Faults that were closed' },
  'desk.stations.now': { zh: '现在', bo: 'ད་ལྟ།', en: 'Now' },
  'desk.stations.open': { zh: '现在开放', bo: 'ད་ལྟ་སྒོ་ཕྱེ་ཡོད།', en: 'Open now' },
  'desk.stations.shut': { zh: '现在不开放', bo: 'ད་ལྟ་སྒོ་རྒྱག་ཡོད།', en: 'Closed now' },
  'desk.stations.given-up': { zh: '已撤销', bo: 'མེད་པར་གྱུར།', en: 'Given up' },
  'problem.faults-open': {
    zh: '还有没处理完的报修，请先处理',
    bo: 'ཐག་གཅོད་མ་བྱས་པའི་སྐྱོན་ཡོད། སྔོན་ལ་ཐག་གཅོད་གནང་རོགས།',
    en: 'Close its open faults first',
  },
  'desk.stations.page': { zh: '公开页面', bo: 'སྤྱི་སྒྲིག་ངོས།', en: 'Public page' },
  'desk.stations.sheet': { zh: '打印二维码', bo: 'QR པར་འདེབས།', en: 'QR sheet' },
  'desk.stations.screen': { zh: '大屏页面', bo: 'བརྙན་ཡོལ་ངོས།', en: 'Screen' },
  'desk.stations.has': { zh: '设施', bo: 'སྒྲིག་ཆས།', en: 'What it has' },
  'desk.stations.broken': { zh: '报修中', bo: 'སྐྱོན་ཡོད།', en: 'Out of order' },
  'desk.stations.broken-some': { zh: '部分报修', bo: 'ཆ་ཤས་ལ་སྐྱོན་ཡོད།', en: 'Partly out of order' },
  'desk.stations.count': { zh: '{count} 次报修', bo: 'སྙན་ཞུ་ཐེངས་ {count}', en: 'reported {count:once|# times}' },
  'desk.stations.address': { zh: '地址', bo: 'ཁ་བྱང་།', en: 'Address' },
  'desk.stations.unit': { zh: '管理单位', bo: 'བདག་གཉེར་ལས་ཁུངས།', en: 'Kept by' },
  'desk.stations.post': { zh: '同楼警务站', bo: 'ཁང་པ་གཅིག་པའི་ཉེན་རྟོག་ས་ཚིགས།', en: 'Police post in the building' },
  'desk.stations.coordinates': { zh: '坐标', bo: 'ཐིག་ཚད།', en: 'Coordinates' },
  'desk.stations.by': { zh: '{name}，{time}', bo: '{name} {time}', en: '{name}, {time}' },
  'desk.stations.until': { zh: '预计 {date} 修好', bo: '{date} བཅོས་ཚར།', en: 'to be mended by {date}' },
};
