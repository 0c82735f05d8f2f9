/**
 * Words of the office's field as each region and English say them: forms of one meaning are parted by =, meanings by |.
 * Those that begin with ~ say what kind of thing a name is of (a city, a company) and may be missing from how it was written.
 */
export const terms =
  '人工智能=人工智慧=artificial intelligence=AI|數據科學=資料科學=data science|大數據=巨量資料=big data|機器學習=machine learning=ML|深度學習=deep learning|' +
  '大模型=大語言模型=large language model=LLM|生成式人工智能=生成式AI=generative AI=GenAI|具身智能=embodied intelligence=embodied AI|機器人=機械人=robot=robotics|' +
  '自動駕駛=無人駕駛=autonomous driving=self-driving|無人機=drone=UAV|低空經濟=low-altitude economy|雲計算=雲端運算=cloud computing|區塊鏈=blockchain|' +
  '虛擬資產=virtual asset|數字經濟=數碼經濟=數位經濟=digital economy|物聯網=Internet of Things=IoT|互聯網=網際網路=internet|軟件=軟體=software|硬件=硬體=hardware|' +
  '網絡=網路=network|網絡安全=網路安全=資訊保安=cybersecurity=cyber security|信息=資訊=訊息=information|信息技術=資訊科技=資訊技術=information technology=IT|' +
  '數碼=數字=數位=digital|視頻=影片=視像=video|音頻=audio|芯片=晶片=chip=集成電路=積體電路=integrated circuit=IC|半導體=semiconductor|' +
  '量子=quantum|量子計算=quantum computing|激光=鐳射=雷射=laser|傳感器=感測器=感應器=sensor|電池=battery|新能源=new energy|新能源汽車=new energy vehicle=NEV=電動車=electric vehicle=EV|' +
  '光伏=太陽能=solar=photovoltaic=PV|風電=風力發電=wind power|氫能=hydrogen|儲能=energy storage|碳中和=carbon neutrality|綠色金融=green finance|' +
  '先進製造=advanced manufacturing|智能製造=智慧製造=smart manufacturing|新材料=new materials=advanced materials|航天=航太=太空=aerospace=space|衛星=satellite|' +
  '生命健康科技=生命健康=life and health technology=life science=生命科學|生物醫藥=生物製藥=biomedicine=biopharma=biopharmaceutical=biomedical|生物科技=生物技術=biotechnology=biotech|' +
  '醫療器械=醫療器材=醫療儀器=medical device|創新藥=innovative drug|臨床試驗=clinical trial|基因=gene=genetic|細胞治療=cell therapy|中醫藥=traditional Chinese medicine=TCM|製藥=pharmaceutical=pharma|' +
  '醫療=醫護=healthcare=medical|疫苗=vaccine|診斷=diagnostics|' +
  '金融科技=fintech=financial technology|金融=finance=financial|銀行=bank=banking|保險=insurance|證券=securities|基金=fund|私募股權=私募=private equity=PE|風險投資=風投=創投=venture capital=VC|' +
  '家族辦公室=家辦=family office=FO|資產管理=asset management|財富管理=wealth management|支付=payment|首次公開招股=首次公開募股=IPO=上市=listing|人民幣=renminbi=RMB|港元=港幣=Hong Kong dollar=HKD|' +
  '文化創意=文創=cultural and creative=creative industries|遊戲=game=gaming|電競=電子競技=esports|動漫=動畫=animation|傳媒=媒體=media|影視=film and television|' +
  '電子商務=電商=e-commerce=ecommerce|供應鏈=supply chain|物流=logistics|貿易=trade=trading|零售=retail|航運=shipping|航空=aviation|' +
  '創新科技=創科=innovation and technology=I&T|創新=innovation|科技=技術=technology=tech=technologies|科學=science|工程=engineering|研發=研發中心=R&D=research and development|' +
  '研究=research|初創=初創企業=新創=start-up=startup|獨角獸=unicorn|孵化器=育成中心=incubator|加速器=accelerator|' +
  '重點企業=strategic enterprise=strategic enterprises|引進重點企業辦公室=引進辦=Office for Attracting Strategic Enterprises=OASES|投資推廣署=InvestHK=Invest Hong Kong|' +
  '香港貿易發展局=貿發局=Hong Kong Trade Development Council=HKTDC|香港交易所=港交所=香港交易及結算所=HKEX=Hong Kong Exchanges and Clearing|香港金融管理局=金管局=Hong Kong Monetary Authority=HKMA|' +
  '證券及期貨事務監察委員會=證監會=Securities and Futures Commission=SFC|創新科技署=Innovation and Technology Commission=ITC|創新科技及工業局=Innovation, Technology and Industry Bureau=ITIB|' +
  '政制及內地事務局=Constitutional and Mainland Affairs Bureau=CMAB|商務及經濟發展局=Commerce and Economic Development Bureau=CEDB|財政司=Financial Secretary|財經事務及庫務局=Financial Services and the Treasury Bureau=FSTB|' +
  '入境事務處=入境處=Immigration Department|海關=Customs=Customs and Excise Department|律政司=Department of Justice=DoJ|廉政公署=廉署=ICAC=Independent Commission Against Corruption|' +
  '政府總部=Central Government Offices|立法會=Legislative Council=LegCo|行政長官=特首=Chief Executive|醫院管理局=醫管局=Hospital Authority=HA|機場管理局=機管局=Airport Authority=AAHK|' +
  '香港鐵路=港鐵=MTR=MTR Corporation|滙豐=匯豐=HSBC=香港上海滙豐銀行|渣打=Standard Chartered|恒生=Hang Seng|中國銀行=中銀=Bank of China=BOC|東亞銀行=東亞=Bank of East Asia=BEA|' +
  '工商銀行=工行=ICBC=Industrial and Commercial Bank of China|建設銀行=建行=CCB=China Construction Bank|農業銀行=農行=Agricultural Bank of China=ABC|交通銀行=交行=Bank of Communications=BoCom|招商銀行=招行=China Merchants Bank=CMB|' +
  '國泰=Cathay=Cathay Pacific|太古=Swire|怡和=Jardine=Jardines|中電=中華電力=CLP=China Light and Power|煤氣公司=中華煤氣=Towngas|電訊盈科=PCCW|' +
  '香港大學=港大=University of Hong Kong=HKU|香港中文大學=中文大學=中大=Chinese University of Hong Kong=CUHK|香港科技大學=科技大學=科大=Hong Kong University of Science and Technology=HKUST|' +
  '香港理工大學=理工大學=理大=Hong Kong Polytechnic University=PolyU|香港城市大學=城市大學=城大=City University of Hong Kong=CityU|香港浸會大學=浸會大學=浸大=Hong Kong Baptist University=HKBU|' +
  '嶺南大學=嶺大=Lingnan University|香港教育大學=教育大學=教大=Education University of Hong Kong=EdUHK|香港都會大學=都會大學=都大=Hong Kong Metropolitan University=HKMU|香港樹仁大學=樹仁大學=Shue Yan University|' +
  '清華大學=清華=Tsinghua=Tsinghua University=THU|北京大學=北大=Peking University=PKU|復旦大學=復旦=Fudan University|浙江大學=浙大=Zhejiang University=ZJU|上海交通大學=上海交大=交大=Shanghai Jiao Tong University=SJTU|' +
  '中山大學=中大=Sun Yat-sen University=SYSU|中國人民大學=人大=Renmin University of China|中國科學技術大學=中科大=University of Science and Technology of China=USTC|哈爾濱工業大學=哈工大=Harbin Institute of Technology=HIT|' +
  '南方科技大學=南科大=Southern University of Science and Technology=SUSTech|暨南大學=Jinan University|華南理工大學=South China University of Technology=SCUT|香港中文大學（深圳）=CUHK-Shenzhen|' +
  '南京大學=Nanjing University=NJU|武漢大學=Wuhan University|廈門大學=Xiamen University|同濟大學=Tongji University|西安交通大學=Xian Jiaotong University|天津大學=Tianjin University|南開大學=Nankai University|澳門大學=University of Macau|' +
  '臺灣大學=臺大=National Taiwan University=NTU|中國科學院=中科院=Chinese Academy of Sciences=CAS|中國工程院=Chinese Academy of Engineering|深圳先進技術研究院=Shenzhen Institutes of Advanced Technology=SIAT|' +
  '孫中山=孫逸仙=孫文=Sun Yat-sen|孔子=孔丘=Confucius=孔夫子|孟子=Mencius|老子=Laozi=Lao Tzu=Lao-tse|莊子=Zhuangzi=Chuang Tzu|孫子=Sunzi=Sun Tzu|蔣介石=Chiang Kai-shek=蔣中正|成吉思汗=Genghis Khan|忽必烈=Kublai Khan|鄭成功=Koxinga|' +
  '外交部=Ministry of Foreign Affairs|商務部=Ministry of Commerce=MOFCOM|科學技術部=科技部=Ministry of Science and Technology=MOST|工業和信息化部=工信部=MIIT|國家發展和改革委員會=發改委=NDRC=National Development and Reform Commission|' +
  '國務院=State Council|港澳辦=國務院港澳事務辦公室=Hong Kong and Macao Affairs Office=HKMAO|中聯辦=Liaison Office|統戰部=United Front Work Department|全國人大=National People’s Congress=NPC|政協=CPPCC|' +
  '行程=日程=itinerary=programme|訪問=拜訪=visit|會議=會面=會見=meeting|跟進=follow-up=follow up|考察=調研=site visit=study visit|代表團=delegation|酒店=賓館=飯店=hotel|晚宴=宴會=banquet=dinner|午餐=午宴=lunch|' +
  '出租車=的士=計程車=taxi|地鐵=捷運=metro=subway|高鐵=高速鐵路=high speed rail=high-speed rail|巴士=公交車=公車=公共汽車=bus|打印=列印=print|打印機=打印機=印表機=printer|手機=手提電話=行動電話=mobile phone|' +
  '電腦=計算機=computer|筆記本電腦=手提電腦=筆記型電腦=laptop|鼠標=滑鼠=mouse|屏幕=螢幕=screen|程序=程式=program|服務器=伺服器=server|數據=資料=data|數據庫=資料庫=database|數據中心=資料中心=data centre=data center|' +
  '文件=檔案=file=document|文件夾=資料夾=folder|默認=預設=default|用戶=使用者=user|短信=短訊=簡訊=SMS|優盤=U盤=手指=隨身碟=USB|博客=網誌=部落格=blog|微信=WeChat=Weixin|騰訊=Tencent|阿里巴巴=Alibaba|百度=Baidu|華為=Huawei|' +
  '小米=Xiaomi|比亞迪=BYD|京東=JD.com=JD|美團=Meituan|拼多多=Pinduoduo=PDD|字節跳動=ByteDance|螞蟻集團=Ant Group|網易=NetEase|寧德時代=CATL|大疆=DJI|商湯=SenseTime|科大訊飛=iFLYTEK|中興=ZTE|聯想=Lenovo|順豐=SF Express=SF|微眾銀行=WeBank|平安=Ping An|' +
  '萬科=Vanke|格力=Gree|美的=Midea|海爾=Haier|海信=Hisense|小鵬=XPeng|蔚來=NIO|理想汽車=Li Auto|吉利=Geely|海康威視=Hikvision|宇樹=Unitree|百濟神州=BeiGene|藥明康德=WuXi AppTec|華大基因=BGI|邁瑞=Mindray|' +
  '方便麵=即食麵=泡麵=instant noodles|地產=房地產=real estate=property|物業=property|知識產權=智慧財產權=智識產權=intellectual property=IP|專利=patent|合同=合約=contract|項目=計劃=專案=project|質量=品質=quality|' +
  '總部=headquarters=HQ|地區總部=regional headquarters=RHQ|補貼=資助=subsidy=grant|稅務=tax=taxation|人才=talent|簽證=visa|' +
  '主席=chairman=chair=chairperson|總裁=president|首席執行官=行政總裁=執行長=chief executive officer=CEO|首席財務官=財務總監=chief financial officer=CFO|首席技術官=chief technology officer=CTO|首席運營官=首席營運官=chief operating officer=COO|' +
  '董事=director|董事長=chairman=board chairman|總經理=general manager=GM|經理=manager|秘書=secretary|市長=mayor|副市長=vice mayor|書記=party secretary|局長=director-general|教授=professor|創始人=創辦人=founder|合夥人=合伙人=partner|律師=lawyer=solicitor|' +
  '東=East=Eastern|西=West=Western|南=South=Southern|北=North=Northern|' +
  '~大學=university|~學院=college=institute=school=academy|~研究院=institute=academy=research institute|~研究所=institute=research institute|~實驗室=laboratory=lab|~醫院=hospital|~協會=association|~學會=society=association|~商會=chamber of commerce=chamber|' +
  '~基金會=foundation|~委員會=commission=committee|~辦公室=office|~中心=centre=center|~集團=group|~控股=holdings=holding|~資本=capital|~投資=investment=investments|~公司=company|~有限公司=limited=ltd=company limited=co ltd|~股份有限公司=company limited=co ltd=corporation|~實業=industries=industrial|' +
  '~政府=government|~市政府=municipal government|~局=bureau|~部=ministry=department|~署=department|~處=department=division|~廳=department|~市=city=municipality|~省=province|~區=district|~縣=county|~自治區=autonomous region|~鎮=town|~村=邨=village=estate|~路=道=road|~街=street|' +
  '~大道=avenue|~站=車站=station|~機場=airport|~火車站=railway station=train station|~國際機場=international airport|~港=碼頭=port=pier=harbour|~口岸=port=control point|~公園=park|~廣場=plaza=square|~大廈=building=tower|~酒店=hotel|~中學=secondary school|~小學=primary school|' +
  '~島=island|~山=mountain=mount=hill|~湖=lake|~灣=bay|~河=river|~橋=大橋=bridge|~隧道=tunnel|~博物館=museum|~圖書館=library|~寺=廟=temple|~高新區=high-tech zone|~開發區=development zone|~產業園=園區=industrial park=park|~科技園=science park=technology park|' +
  '~先生=mr|~女士=ms=madam|~太太=夫人=mrs|~小姐=miss|~博士=dr=doctor|~教授=prof|~工程師=ir=engineer|~議員=hon';
