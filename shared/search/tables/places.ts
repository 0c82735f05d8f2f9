/**
 * Places whose name in Latin letters is neither Pinyin nor the sound of the characters in Cantonese, with the other names
 * they are known by: forms of one place are parted by =, places by |. Hong Kong: Gazetteer of the Lands Department and the
 * MTR's station names; the mainland: GB/T 2260 and long established English names.
 */
export const places =
  '香港=Hong Kong=HK=HKSAR=香港特別行政區=Xianggang=港|澳門=Macao=Macau|廣州=Canton=Guangzhou=穗=羊城|北京=Peking=Beijing=京|南京=Nanking=Nanjing|' +
  '上海=Shanghai=滬=SH|深圳=Shenzhen=Sham Chun=Shumchun=SZ=鵬城|天津=Tientsin=Tianjin|重慶=Chungking=Chongqing=渝|成都=Chengtu=Chengdu=蓉城|' +
  '杭州=Hangchow=Hangzhou|蘇州=Soochow=Suzhou|廈門=Amoy=Xiamen=鷺島|汕頭=Swatow=Shantou|青島=Tsingtao=Qingdao|福州=Foochow=Fuzhou|' +
  '武漢=Hankow=Wuhan|瀋陽=Mukden=Shenyang|大連=Dairen=Dalian|哈爾濱=Harbin|齊齊哈爾=Qiqihar|西藏=Tibet=Xizang|拉薩=Lhasa|新疆=Xinjiang=Sinkiang|' +
  '烏魯木齊=Urumqi=Urumchi|喀什=Kashgar=Kashi|內蒙古=Inner Mongolia=Nei Mongol|呼和浩特=Hohhot=Huhehaote|包頭=Baotou|鄂爾多斯=Ordos|' +
  '陝西=Shaanxi|山西=Shanxi|海南=Hainan|廣東=Guangdong=Canton Province=Kwangtung|廣西=Guangxi=Kwangsi|福建=Fujian=Fukien|台灣=Taiwan=Formosa|' +
  '臺北=Taipei=Taibei|高雄=Kaohsiung|臺中=Taichung|臺南=Tainan|新竹=Hsinchu|基隆=Keelung|金門=Kinmen=Quemoy|馬祖=Matsu|淡水=Tamsui|' +
  '香格里拉=Shangri-La|呼倫貝爾=Hulunbuir|喜馬拉雅山=Himalayas|長江=Yangtze=Chang Jiang|黃河=Yellow River=Huang He|珠江=Pearl River=Zhu Jiang|' +
  '長城=Great Wall|故宮=Palace Museum=Forbidden City|外灘=The Bund|天安門=Tiananmen|西湖=West Lake|太湖=Lake Tai=Tai Lake|' +
  '珠江三角洲=珠三角=Pearl River Delta=PRD|長江三角洲=長三角=Yangtze River Delta=YRD|京津冀=Jing-Jin-Ji=Beijing-Tianjin-Hebei|' +
  '粵港澳大灣區=大灣區=Greater Bay Area=GBA=Guangdong-Hong Kong-Macao Greater Bay Area|前海=Qianhai|河套=Hetao=Loop=河套合作區=Hetao Cooperation Zone=落馬洲河套=Lok Ma Chau Loop|' +
  '橫琴=Hengqin|南沙=Nansha|北部都會區=Northern Metropolis|一帶一路=Belt and Road=BRI|' +
  '新界=New Territories=NT|九龍=Kowloon=Kln|港島=香港島=Hong Kong Island|大嶼山=Lantau=Lantau Island|南丫島=Lamma=Lamma Island|中環=Central|金鐘=Admiralty|' +
  '銅鑼灣=Causeway Bay|灣仔=Wan Chai=Wanchai|跑馬地=Happy Valley|半山=Mid-Levels|山頂=太平山=The Peak=Victoria Peak|淺水灣=Repulse Bay|' +
  '深水灣=Deep Water Bay|赤柱=Stanley|香港仔=Aberdeen|鰂魚涌=Quarry Bay|炮台山=Fortress Hill|北角=North Point|天后=Tin Hau|太古=Tai Koo|' +
  '堅尼地城=Kennedy Town|旺角=Mong Kok=Mongkok|太子=Prince Edward|佐敦=Jordan|柯士甸=Austin|奧運=Olympic|鑽石山=Diamond Hill|紅磡=Hung Hom|' +
  '尖沙咀=尖沙嘴=Tsim Sha Tsui=TST|將軍澳=Tseung Kwan O=TKO=Junk Bay|維多利亞港=維港=Victoria Harbour|數碼港=Cyberport|香港科學園=科學園=Science Park=HKSTP|' +
  '海洋公園=Ocean Park|迪士尼=Disneyland=Disney|會展=會議展覽中心=Convention and Exhibition Centre=HKCEC|海怡半島=South Horizons|' +
  '愉景灣=Discovery Bay=DB|欣澳=Sunny Bay|黃金海岸=Gold Coast|屯門=Tuen Mun|第一城=City One|大學=University|馬場=Racecourse|' +
  '西九龍=West Kowloon|西九文化區=West Kowloon Cultural District=WKCD|啟德=Kai Tak|落馬洲=Lok Ma Chau|羅湖=Lo Wu=Luohu|' +
  '赤鱲角=Chek Lap Kok|獅子山=Lion Rock|石崗=Shek Kong|西貢=Sai Kung|清水灣=Clear Water Bay|昂船洲=Stonecutters Island|青馬大橋=Tsing Ma Bridge|' +
  '港珠澳大橋=Hong Kong-Zhuhai-Macao Bridge=HZMB|蓮塘=Liantang|香園圍=Heung Yuen Wai|氹仔=Taipa|路環=Coloane|路氹=Cotai|澳門半島=Macao Peninsula|' +
  '中國=China=PRC=中華人民共和國=中华|內地=大陸=Mainland|新加坡=Singapore=星加坡=獅城|日本=Japan|韓國=Korea=South Korea|美國=United States=USA=US=America|' +
  '英國=United Kingdom=UK=Britain=England|法國=France|德國=Germany|意大利=義大利=Italy|加拿大=Canada|澳洲=澳大利亞=Australia|新西蘭=紐西蘭=New Zealand|' +
  '泰國=Thailand|馬來西亞=Malaysia|印尼=印度尼西亞=Indonesia|越南=Vietnam|印度=India|菲律賓=Philippines|阿聯酋=阿拉伯聯合酋長國=UAE=United Arab Emirates|' +
  '沙特=沙地阿拉伯=沙特阿拉伯=Saudi Arabia|迪拜=杜拜=Dubai|倫敦=London|紐約=New York|三藩市=舊金山=San Francisco|洛杉磯=Los Angeles|矽谷=硅谷=Silicon Valley|' +
  '悉尼=雪梨=Sydney|墨爾本=Melbourne|多倫多=Toronto|溫哥華=Vancouver|巴黎=Paris|柏林=Berlin|蘇黎世=Zurich|日內瓦=Geneva|東京=Tokyo|首爾=漢城=Seoul|曼谷=Bangkok|' +
  '吉隆坡=Kuala Lumpur=KL|歐洲=Europe|亞洲=Asia|非洲=Africa|歐盟=European Union=EU|東盟=東協=ASEAN|延安=Yanan|西安=Xian=Sian|九江=Kiukiang|寧波=Ningpo|溫州=Wenchow|' +
  '無錫=Wusih|煙台=Chefoo|貴陽=Kweiyang|桂林=Kweilin|昆明=Kunming|海口=Hoihow|中山=Chungshan|佛山=Fatshan|東莞=Tung Kun=Dongguan|汕尾=Shanwei';
