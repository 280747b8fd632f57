//! Facts: how the characters of Chinese names and organisations are read, without tones.

/// A syllable and the characters read so; a character with several readings stands at each.
///
/// Surnames, given names, places and the words of institutions. Simplified forms; see [`TRADITIONAL`] for the others.
/// A syllable without characters is listed because it occurs in pinyin spellings.
pub(super) const READINGS: &str = "
a阿啊 ai爱艾哀埃蔼 an安岸案鞍按暗谙 ang昂盎 ao敖奥澳傲骜翱遨鳌
ba巴八霸拔把坝芭 bai白百柏摆拜 ban班板版半办般斑伴 bang邦帮榜 bao包宝保报鲍豹暴堡葆褒苞
bei北贝备倍碑辈蓓 ben本奔贲 beng崩 bi毕必比笔碧壁璧币彼弼闭 bian边卞变便编汴扁 biao标表彪 bie别 bin宾斌彬滨
bing兵冰秉丙炳并病昺 bo波博伯薄柏勃渤帛泊玻播 bu卜布步不部补埔
ca擦 cai蔡才财采彩材菜 can参灿璨 cang仓沧苍藏 cao曹草操 ce测策册侧 cen岑参 ceng层曾 cha查茶差察 chai柴
chan产禅单婵阐 chang常长昌畅昶厂场唱倡嫦 chao超朝潮晁巢 che车 chen陈晨辰臣沈尘琛宸谌 cheng成程城诚承澄呈丞盛晟乘称铖
chi池迟赤持尺驰炽 chong崇充冲重种虫 chou仇畴 chu楚褚初储出处础除 chuai揣 chuan川传船 chuang创床窗闯 chui吹垂 chun春纯淳醇椿 chuo绰
ci慈辞次词赐 cong丛从聪琮 cou凑 cu促 cuan窜 cui崔翠催璀 cun村存 cuo措
da大达答 dai戴代岱带黛待 dan丹单但旦淡担澹 dang党当 dao道导岛刀稻 de德得 deng邓登灯等 di地第迪狄帝笛蒂棣 dian电典点店殿甸
diao刁 die蝶迭 ding丁定鼎订 diu丢 dong东董冬动栋洞 dou窦斗豆 du杜都度独笃渡督 duan段端短 dui对队 dun敦顿 duo多朵铎
e鄂俄娥 ei en恩 er二尔儿耳
fa法发 fan范樊凡帆繁蕃饭反 fang方房芳防放坊访 fei费飞非菲斐妃 fen芬奋汾份 feng冯丰风峰锋封枫凤奉烽沣 fo佛 fou否
fu傅付符富福伏扶府夫服复阜甫辅馥芙抚附
ga嘎 gai盖改概 gan甘干敢赣淦 gang刚钢岗纲港 gao高皋告 ge葛戈格歌阁革个盖各 gei给 gen根 geng耿庚更耕 gong龚宫公工功巩弓共恭贡
gou苟勾沟 gu顾古谷固故辜股鼓 gua瓜 guai怪 guan关管官冠观馆贯 guang光广 gui桂贵归瑰规圭 gun滚 guo郭国果过
ha哈 hai海亥孩 han韩汉寒涵翰含函罕瀚晗 hang杭航行 hao郝好浩豪昊皓号灏 he何贺和河赫荷合核鹤禾 hei黑 hen很 heng衡恒亨珩 hong洪红宏弘鸿虹泓闳
hou侯后厚候 hu胡湖虎护户沪扈互瑚 hua华花化画骅桦 huai怀淮 huan桓环欢焕换奂寰 huang黄皇煌晃凰璜 hui惠会辉慧汇徽晖卉蕙回 hun浑 huo霍火活
ji季吉纪姬计机基及集际技济继记冀嵇籍绩积极激佶骥纪 jia贾家佳加嘉甲夹郏稼 jian简建健剑坚见间检件鉴监荐舰 jiang江姜蒋将疆讲降
jiao焦交教娇角胶 jie杰洁节解界介结揭捷婕街 jin金晋靳今近锦进津瑾谨劲 jing经京静景敬晶精荆井竞菁靖婧泾境净璟 jiong炯 jiu九久旧究
ju居鞠局巨举菊矩具 juan娟涓卷 jue觉珏决绝 jun军君俊均钧峻骏竣郡
ka卡 kai凯开楷恺锴 kan阚侃勘看 kang康亢抗 kao考 ke柯可科克珂轲客课 ken肯 keng坑 kong孔空控 kou寇口 ku库 kua跨 kuai快会 kuan宽 kuang邝匡况旷矿 kui奎魁葵逵 kun昆坤琨 kuo阔
la拉 lai赖来莱 lan兰蓝岚澜览 lang郎朗浪琅 lao劳老 le乐勒 lei雷磊蕾类 leng冷 li李黎力立丽利礼里理莉厉历励郦栗荔离璃例 lian连廉莲联练炼涟 liang梁良亮粮量两
liao廖辽料 lie列烈 lin林琳霖临麟蔺淋 ling凌玲灵令岭铃龄领菱苓 liu刘柳六流留 long龙隆珑陇 lou楼娄 lu卢鲁陆路吕禄露璐鹿芦炉鲁律绿旅录 lv吕律绿旅 luan栾 lue略 lve略 lyu吕律绿旅 lun伦轮论 luo罗洛骆络落珞
ma马麻玛 mai麦买 man满曼 mang忙 mao毛茂茅 me么 mei梅美媒枚眉煤 men门 meng孟蒙萌梦盟 mi米密宓弥 miao苗缪妙淼 mie灭 min闵敏民旻珉闽岷 ming明名铭鸣茗冥 miu缪 mo莫墨末默 mou牟谋 mu穆木慕牧沐母目睦牟
na那娜纳 nai乃奈 nan南男楠 nang囊 nao脑 ne nei内 nen嫩 neng能 ni倪尼妮霓 nian年念 niang娘 niao鸟 nie聂 nin您 ning宁凝 niu牛钮 nong农 nou nu努怒女 nv女 nyu女 nuan暖 nue nve nuo诺
o ou欧区 pa帕 pai派排 pan潘盘盼 pang庞 pao跑 pei裴培佩沛配 pen盆 peng彭朋鹏蓬棚 pi皮批 pian片 piao朴票 pie pin品频 ping平萍评屏坪 po坡颇 pou pu浦蒲朴普溥濮璞
qi齐祁戚奇琪琦祺启其七旗器气企祈岐淇期骐 qia恰 qian钱千前乾倩谦潜迁茜 qiang强羌蔷 qiao乔桥巧侨俏 qie切 qin秦覃琴勤钦沁芹亲 qing青清庆卿晴情轻 qiong琼 qiu邱丘秋裘仇求球 qu曲屈瞿渠区取 quan权全泉荃 que阙却 qun群
ran冉然 rang让 rao饶 re热 ren任人仁忍 reng仍 ri日 rong荣容戎融蓉榕溶 rou柔 ru汝如茹儒 ruan阮软 rui芮瑞锐睿蕊 run润 ruo若
sa萨 sai赛 san三 sang桑 sao se色 sen森 seng sha沙莎 shai shan单山珊善杉闪陕 shang尚商上 shao邵少绍韶 she佘社设舍 shei shen沈申深神慎莘 sheng盛生胜声升圣省晟笙
shi施石史师时实士世市事诗始食十室仕势示识视是 shou寿守首 shu舒树书淑术束属输 shua shuai帅 shuan shuang双爽 shui水税 shun舜顺 shuo硕朔 si司思斯四丝 song宋松颂嵩淞 sou su苏素宿肃速 suan sui隋随穗 sun孙 suo索所
ta塔 tai台太泰邰 tan谭覃谈坦檀 tang唐汤堂棠 tao陶涛桃韬 te特 teng滕腾 ti体提 tian田天甜恬 tiao条 tie铁 ting廷婷亭庭汀 tong童佟同通桐彤统 tou头 tu涂屠图土 tuan团 tui tun屯 tuo拓托
wa wai外 wan万宛婉完晚湾 wang王汪望旺网 wei尉魏韦卫伟维威薇炜巍未微委为唯蔚玮惟 wen文温闻雯纹 weng翁 wo沃我 wu吴武伍邬巫五物吾务无梧午舞
xi席习奚西希溪熙喜锡系曦夕汐晰析 xia夏霞侠厦 xian冼先贤显县鲜宪现仙娴献贤 xiang向项相香祥翔湘象乡想享响 xiao肖萧晓小孝校笑啸霄潇 xie谢解协邪燮 xin辛新信心欣鑫馨昕芯忻 xing邢兴星行形幸杏性 xiong熊雄
xiu修秀 xu许徐续旭须绪胥叙 xuan宣轩玄璇萱选 xue薛学雪 xun荀寻迅勋逊
ya亚雅牙娅 yan严颜闫阎燕岩彦言延妍艳研炎焱晏盐雁衍 yang杨阳羊洋扬仰样养 yao姚尧瑶药耀遥要 ye叶业烨野夜晔 yi易伊益义艺一仪怡宜毅亿依逸医奕轶以议忆意颐翊疑屹 yin尹殷银音印因茵寅引荫 ying应英颖莹盈映营影迎瀛赢
yo yong雍永勇咏用涌庸泳 you尤游友有幼优由佑又右 yu尉于余俞喻郁玉宇雨育禹语裕渝瑜愉煜昱誉钰域虞鱼羽与豫 yuan袁元苑院园远原源圆媛缘员渊援愿 yue岳月越悦乐粤跃约 yun云运芸韵蕴昀匀允
za杂 zai在载 zan赞 zang臧藏 zao造早 ze泽则择 zei zen zeng曾增 zha查扎 zhai翟 zhan詹占展战湛站 zhang张章长漳彰璋樟掌 zhao赵招兆昭照钊朝 zhe哲者浙折 zhen甄真珍振镇贞震臻圳针祯 zheng郑正政征争证铮峥
zhi支智志芝之知直治植制质芷职执稚 zhong钟仲中忠重种众终 zhou周州洲舟宙 zhu朱祝竹珠诸主柱筑助住驻 zhua zhuai zhuan专转 zhuang庄壮装 zhui zhun准 zhuo卓灼 zi子紫资自梓姿 zong宗综总 zou邹走 zu祖组族 zuan zui最 zun尊 zuo左作
bei被 bing邴 can粲 che澈 cheng珵橙 ci此 dao到 de的 di荻 du堵 er而 fen分 feng酆 gan感 gao郜 hai还 han菡 hao颢
he翯 hua话滑 huan宦 huang篁 ji己稷霁暨汲 jin槿 jing靓 jiu就 ke恪 kuai蒯 kui夔隗 kun焜 le了 li藜 ling翎 lu逯 man蔓
mei没 men们 mi糜 mian面 miao渺 ni你 ning甯 pang逄 pei珮 peng芃 qi起绮麒 qing箐 qu去璩 ran苒 ren韧稔 rong镕 she厍
shen什身 shi使 shou手 shu纾殳 shuo说烁 su愫 ta他她它 ti缇 tian湉 tong曈潼 wan琬 wei位葳危 wu乌毋 xi郗郤玺 xia下 xian咸
xiang缃 xiao骁 xie些 xu勖 xuan煊炫暄 xun珣 yan嫣 yang飏 ye也 yi已祎羿熠弈懿溢漪 yin胤阴 ying瑛媖樱 you悠 yu聿庾於榆 yue玥
yun筠耘 zai宰 zan昝 zhao肇 zhe这着 zhen禛 zhi只 zhu竺 zi訾
";

/// Surnames of two characters, as pairs; everybody else has one.
pub(super) const DOUBLE_SURNAMES: &str =
    "欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 夏侯 端木 独孤 南宫 轩辕 澹台 闻人 赫连 呼延 淳于 百里 东郭 西门";

/// Traditional and simplified form in turn, for the characters above.
pub(super) const TRADITIONAL: &str = "
愛爱藹蔼諳谙奧奥鰲鳌壩坝擺摆闆板辦办幫帮寶宝報报鮑鲍備备輩辈賁贲畢毕筆笔幣币閉闭邊边變变編编標标別别賓宾濱滨並并補补燦灿倉仓滄沧蒼苍測测側侧參参層层產产禪禅嬋婵闡阐長长暢畅廠厂場场陳陈塵尘誠诚稱称鋮铖遲迟馳驰熾炽
沖冲蟲虫疇畴儲储處处礎础傳传創创闖闯純纯綽绰辭辞詞词賜赐從从聰聪叢丛湊凑竄窜達达帶带單单擔担黨党當当導导島岛鄧邓燈灯電电點点訂订東东動动棟栋竇窦獨独篤笃對对隊队頓顿鐸铎鄂鄂兒儿爾尔
發发範范飯饭訪访費费飛飞奮奋馮冯豐丰風风鋒锋楓枫鳳凤灃沣復复輔辅撫抚蓋盖幹干贛赣剛刚鋼钢崗岗綱纲閣阁個个給给龔龚宮宫鞏巩貢贡溝沟顧顾關关館馆貫贯觀观廣广貴贵歸归規规滾滚國国過过
漢汉韓韩號号賀贺鶴鹤紅红鴻鸿閎闳後后護护戶户滬沪華华畫画驊骅樺桦懷怀環环歡欢煥焕換换奐奂黃黄輝辉會会匯汇暉晖渾浑機机際际濟济計计繼继記记紀纪績绩積积極极驥骥賈贾夾夹郟郏簡简劍剑堅坚見见間间檢检鑒鉴監监薦荐艦舰蔣蒋將将講讲
嬌娇膠胶傑杰潔洁節节結结錦锦進进謹谨勁劲經经靜静荊荆競竞涇泾淨净舊旧舉举鉅巨覺觉決决絕绝軍军鈞钧駿骏開开凱凯愷恺鍇锴闞阚軻轲課课庫库塊快寬宽鄺邝況况曠旷礦矿闊阔賴赖來来萊莱蘭兰藍蓝嵐岚瀾澜覽览勞劳樂乐類类
麗丽禮礼厲厉歷历勵励酈郦離离連连蓮莲聯联練练煉炼漣涟糧粮兩两遼辽臨临藺蔺靈灵嶺岭鈴铃齡龄領领劉刘龍龙瓏珑隴陇樓楼婁娄盧卢魯鲁陸陆呂吕祿禄蘆芦爐炉綠绿錄录倫伦輪轮論论羅罗駱骆絡络欒栾
馬马瑪玛麥麦買买滿满門门夢梦彌弥繆缪滅灭銘铭鳴鸣閩闽謀谋納纳內内腦脑聶聂寧宁鈕钮農农諾诺歐欧區区盤盘龐庞鵬鹏頻频評评蘋萍頗颇樸朴齊齐啟启氣气騏骐錢钱謙谦潛潜遷迁強强薔蔷喬乔橋桥僑侨欽钦親亲慶庆輕轻瓊琼
權权闕阙讓让饒饶熱热榮荣軟软銳锐潤润薩萨賽赛閃闪陝陕紹绍設设聖圣勝胜聲声師师時时實实詩诗勢势識识視视壽寿樹树書书術术屬属輸输帥帅雙双順顺碩硕絲丝頌颂蘇苏肅肃隨随孫孙臺台颱台譚谭談谈湯汤濤涛韜韬騰腾體体條条鐵铁統统頭头塗涂圖图團团
萬万灣湾網网韋韦衛卫偉伟維维煒炜為为瑋玮溫温聞闻紋纹吳吴鄔邬務务無无習习錫锡廈厦俠侠賢贤顯显縣县鮮鲜憲宪現现嫻娴獻献項项鄉乡響响蕭萧曉晓嘯啸瀟潇謝谢協协興兴許许續续須须緒绪敘叙軒轩選选學学尋寻勳勋遜逊
亞亚婭娅嚴严顏颜閆闫閻阎艷艳鹽盐楊杨陽阳揚扬樣样養养堯尧瑤瑶藥药遙遥葉叶業业燁烨曄晔義义藝艺儀仪億亿醫医軼轶議议憶忆頤颐銀银蔭荫陰阴應应穎颖瑩莹營营贏赢詠咏湧涌遊游優优於于餘余語语譽誉鈺钰魚鱼與与園园遠远圓圆緣缘員员淵渊願愿
嶽岳悅悦粵粤躍跃約约雲云運运蕓芸韻韵蘊蕴勻匀雜杂載载贊赞臧臧澤泽則则擇择戰战張张趙赵釗钊針针珍珍貞贞鎮镇禎祯鄭郑徵征爭争證证錚铮崢峥製制質质職职執执鐘钟鍾钟眾众終终諸诸築筑駐驻專专轉转莊庄壯壮裝装準准資资綜综總总鄒邹組组
";
