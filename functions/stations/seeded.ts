import { ALL_DAY, type Hours, type Station, type Weekday, weekday } from './schema.ts';

/**
 * The three stations of 贡觉县 as they were reported: each inside a police post around the county town, kept with the aid
 * funds of the county's trade union, with seats, water day and night, charging for telephones and tools, and books. How many
 * of each there are was not published: the numbers are examples, and the keeping unit sets the real ones.
 */

const everyDay = Object.fromEntries(weekday.options.map((d) => [d, ALL_DAY])) as Record<Weekday, string> as Hours;

/** The published positions are none; this is the middle of the county town, to two decimals (about a kilometre). */
const TOWN = { latitude: 30.86, longitude: 98.27 };

const common = {
  unit: 'gonjo-union',
  coordinates: TOWN,
  approximate: '驿站的准确位置没有公布：这里是县城中心的位置，精度约一公里，由县总工会填写准确坐标',
  areas: ['540322100'],
  hours: everyDay,
  closings: [],
  holidays: 'as-usual' as const,
  facilities: [
    { kind: 'water' as const, note: '昼夜供应' },
    { kind: 'seats' as const, count: 8 },
    { kind: 'charging' as const, connector: 'usb-c' as const, count: 2 },
    { kind: 'charging' as const, connector: 'usb-a' as const, count: 2 },
    { kind: 'charging' as const, connector: 'socket' as const, count: 4 },
    { kind: 'books' as const },
  ],
  active: true,
  version: 0,
};

const inTown = (zh: string, bo: string, en: string) => ({
  zh: `贡觉县莫洛镇${zh}`,
  bo: `གོ་འཇོ་རྫོང་དམར་ལོ་གྲོང་རྡལ། ${bo}`,
  en: `${en}, Moluo town, Gonjo County`,
});

export const stations: Station[] = [
  {
    ...common,
    id: 'gonjo-dongfeng',
    name: { zh: '东风警务站爱心驿站', bo: 'ཏུང་ཧྥེང་ཉེན་རྟོག་ས་ཚིགས་ངལ་གསོ་ཁང་།', en: 'Dongfeng Rest Station' },
    post: 'gonjo-dongfeng-post',
    address: inTown('东风警务站内', 'ཏུང་ཧྥེང་ཉེན་རྟོག་ས་ཚིགས་ནང་།', 'Inside Dongfeng Police Post'),
    serves: ['东风警务站周边街道'],
  },
  {
    ...common,
    id: 'gonjo-kaixuan',
    name: { zh: '凯旋路警务站爱心驿站', bo: 'ཁའེ་ཤོན་ལམ་ཉེན་རྟོག་ས་ཚིགས་ངལ་གསོ་ཁང་།', en: 'Kaixuan Road Rest Station' },
    post: 'gonjo-kaixuan-post',
    address: inTown('凯旋路警务站内', 'ཁའེ་ཤོན་ལམ་ཉེན་རྟོག་ས་ཚིགས་ནང་།', 'Inside Kaixuan Road Police Post'),
    serves: ['凯旋路'],
  },
  {
    ...common,
    id: 'gonjo-gongsang',
    name: {
      zh: '贡桑社区警务站爱心驿站',
      bo: 'ཀུང་སང་སྡེ་ཁུལ་ཉེན་རྟོག་ས་ཚིགས་ངལ་གསོ་ཁང་།',
      en: 'Gongsang Community Rest Station',
    },
    post: 'gonjo-gongsang-post',
    address: inTown('贡桑社区警务站内', 'ཀུང་སང་སྡེ་ཁུལ་ཉེན་རྟོག་ས་ཚིགས་ནང་།', 'Inside Gongsang Community Police Post'),
    serves: ['贡桑社区'],
  },
];
