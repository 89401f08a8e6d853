/**
 * The commonest words of stories in other languages, one a line:
 * `kind:name | French | German | Spanish | Italian | Portuguese | Russian | Japanese | Korean`
 * The name is the one in the other tables. A word that ends in `-` is a stem: `лис-` is found in лиса and лису.
 */
export const ABROAD_LANGUAGES = ['fr', 'de', 'es', 'it', 'pt', 'ru', 'ja', 'ko'] as const

export const ABROAD = `
person:old man | vieillard, vieil homme | alter mann, alte mann, alten mann, greis | anciano, hombre viejo | anziano, vecchietto | idoso, velhinho | старик-, стару- | おじいさん, 老人, お爺さん | 할아버지, 노인
person:old woman | vieille femme, vieille dame | alte frau, alten frau, greisin | anciana, mujer vieja | vecchietta, donna vecchia | velhinha, mulher velha | старух-, бабк- | おばあさん, お婆さん, 老婆 | 할머니, 노파
person:man | homme, monsieur | mann, herr | hombre, señor | uomo, signore | homem, senhor | мужчин-, человек- | 男, 男の人 | 남자, 아저씨
person:woman | femme, dame | frau, dame | mujer, señora | donna, signora | mulher, senhora | женщин- | 女, 女の人 | 여자, 아주머니, 여인
person:young man | jeune homme | jüngling, junger mann | joven, muchacho | giovane, ragazzo | jovem, rapaz, moço | юнош-, парен- | 若者, 青年, 少年 | 청년, 소년, 젊은이
person:young woman | jeune femme, jeune fille | junge frau | muchacha | ragazza | moça, rapariga | девушк- | 娘, 乙女 | 소녀, 아가씨, 처녀
person:boy | garçon, petit garçon | junge, jungen, bub, knabe | niño, chico | bambino, ragazzino | menino, garoto | мальчик-, мальчиш- | 男の子, 坊や | 남자아이, 꼬마
person:girl | fille, fillette, petite fille | mädchen | niña, chica | bambina, ragazzina | menina, garota | девочк- | 女の子, 少女 | 여자아이, 여자애
person:child | enfant | kind | criatura | fanciullo | criança | ребен-, ребён-, дитя | 子供, 子ども, こども | 아이, 어린이
person:mother | mère, maman | mutter, mama | madre, mamá | madre, mamma | mãe, mamãe | мать, матер-, мам- | 母, お母さん, 母親 | 어머니, 엄마
person:father | père, papa | vater, papa | padre, papá | padre, papà | pai, papai | отец, отц-, пап- | 父, お父さん, 父親 | 아버지, 아빠
person:grandmother | grand-mère, mamie | großmutter, oma | abuela | nonna | avó, vovó | бабушк- | 祖母 | 외할머니
person:grandfather | grand-père, papi | großvater, opa | abuelo | nonno | avô, vovô | дедушк- | 祖父 | 외할아버지
person:king | roi | könig | rey | re | rei | король, корол-, цар- | 王, 王様 | 왕, 임금, 임금님
person:queen | reine | königin | reina | regina | rainha | королев-, цариц- | 女王, 王妃 | 여왕, 왕비
person:prince | prince | prinz | príncipe | principe | príncipe | принц-, царевич- | 王子, 王子様 | 왕자
person:princess | princesse | prinzessin | princesa | principessa | princesa | принцесс-, царевн- | 姫, お姫様, 王女 | 공주
person:knight | chevalier | ritter | caballero | cavaliere | cavaleiro | рыцар- | 騎士 | 기사
person:soldier | soldat | soldat | soldado | soldato | soldado | солдат- | 兵士, 兵隊 | 병사, 군인
person:samurai | samouraï | samurai | samurái | samurai | samurai | самура- | 侍, 武士 | 사무라이, 무사
person:witch | sorcière | hexe | bruja | strega | bruxa | ведьм-, колдунь- | 魔女 | 마녀
person:wizard | sorcier, magicien | zauberer | mago, hechicero | mago | mago, feiticeiro | волшебник-, колдун- | 魔法使い | 마법사
person:fisherman | pêcheur | fischer | pescador | pescatore | pescador | рыбак-, рыбач- | 漁師 | 어부
person:lighthouse keeper | gardien de phare, gardien du phare | leuchtturmwärter | farero | guardiano del faro | faroleiro | смотритель маяка, смотрител- | 灯台守 | 등대지기
person:sailor | marin, matelot | matrose, seemann | marinero | marinaio | marinheiro | моряк-, матрос- | 船乗り, 水夫 | 선원
person:captain | capitaine | kapitän | capitán | capitano | capitão | капитан- | 船長 | 선장
person:farmer | paysan, fermier | bauer | granjero, campesino | contadino | fazendeiro, camponês | крестьянин-, фермер- | 農夫, 百姓 | 농부
person:hunter | chasseur | jäger | cazador | cacciatore | caçador | охотник- | 猟師, 狩人 | 사냥꾼
person:doctor | médecin, docteur | arzt, doktor | médico, doctor | medico, dottore | médico, doutor | врач-, доктор- | 医者 | 의사
person:teacher | maître, professeur, maîtresse | lehrer, lehrerin | maestro, maestra, profesor | maestro, maestra | professor, professora | учител- | 先生, 教師 | 선생님, 선생
person:student | étudiant, élève | schüler, student | estudiante, alumno | studente | estudante, aluno | ученик-, студент- | 学生, 生徒 | 학생
person:detective | détective, inspecteur | detektiv, kommissar | detective | detective, ispettore | detetive | сыщик-, детектив- | 探偵, 刑事 | 탐정, 형사
person:astronaut | astronaute, cosmonaute | astronaut | astronauta | astronauta | astronauta | космонавт- | 宇宙飛行士 | 우주비행사
person:traveller | voyageur | wanderer, reisender | viajero | viaggiatore | viajante | путник-, странник- | 旅人 | 나그네, 여행자
animal:fox | renard | fuchs | zorro | volpe | raposa | лис- | 狐, キツネ, きつね | 여우
animal:wolf | loup | wolf | lobo | lupo | lobo | волк- | 狼, オオカミ | 늑대
animal:bear | ours | bär, bären | oso | orso | urso | медвед- | 熊, クマ | 곰
animal:rabbit | lapin, lièvre | hase, kaninchen | conejo, liebre | coniglio, lepre | coelho, lebre | заяц, зайц-, зайк-, кролик- | 兎, ウサギ, うさぎ | 토끼
animal:cat | chat, chaton | katze, kater, kätzchen | gato, gata | gatto, gatta | gato, gata | кот-, кошк- | 猫, ネコ, 子猫 | 고양이
animal:dog | chien, chiot | hund, hündchen | perro, perrito | cane | cachorro, cão | собак-, пёс, пес-, щен- | 犬, イヌ, 子犬 | 개, 강아지
animal:horse | cheval | pferd | caballo | cavallo | cavalo | лошад-, конь, коня | 馬 | 말
animal:bird | oiseau | vogel | pájaro, ave | uccello, uccellino | pássaro | птиц-, птич- | 鳥, 小鳥 | 새
animal:owl | hibou, chouette | eule | búho, lechuza | gufo, civetta | coruja | сов- | 梟, フクロウ | 부엉이, 올빼미
animal:mouse | souris | maus | ratón | topo, topolino | rato, ratinho | мыш- | 鼠, ネズミ | 쥐, 생쥐
animal:fish | poisson | fisch | pez, pescado | pesce | peixe | рыб- | 魚 | 물고기
animal:whale | baleine | wal | ballena | balena | baleia | кит- | 鯨, クジラ | 고래
animal:dragon | dragon | drache, drachen | dragón | drago | dragão | дракон- | 竜, 龍, ドラゴン | 용
animal:tiger | tigre | tiger | tigre | tigre | tigre | тигр- | 虎, トラ | 호랑이
animal:robot | robot | roboter | robot | robot | robô | робот- | ロボット | 로봇
place:forest | forêt, bois | wald | bosque | bosco, foresta | floresta, bosque | лес, лесу, леса, лесом | 森, 林 | 숲
place:mountain | montagne | berg, berge, gebirge | montaña, monte | montagna, monte | montanha | гор- | 山 | 산
place:sea | mer, océan | meer, ozean | mar, océano | mare, oceano | mar, oceano | море, моря, морю, морем | 海 | 바다
place:coast | côte, rivage | küste, ufer | costa, orilla | costa, riva | costa, margem | берег- | 海岸, 浜辺 | 해안
place:island | île | insel | isla | isola | ilha | остров- | 島 | 섬
place:lighthouse | phare | leuchtturm | faro | faro | farol | маяк- | 灯台 | 등대
place:harbour | port | hafen | puerto | porto | porto | порт, порту, гаван- | 港 | 항구
place:river | rivière, fleuve | fluss, bach | río, arroyo | fiume | rio | река, реки, реке, речк- | 川, 河 | 강
place:lake | lac, étang | see, teich | lago | lago | lago | озер- | 湖, 池 | 호수
place:desert | désert | wüste | desierto | deserto | deserto | пустын- | 砂漠 | 사막
place:village | village | dorf | pueblo, aldea | villaggio, paese | aldeia, vila | деревн-, сел- | 村 | 마을
place:city | ville | stadt | ciudad | città | cidade | город- | 町, 街, 都市 | 도시
place:street | rue | straße | calle | strada, via | rua | улиц- | 通り, 道 | 거리
place:home | maison, chambre | haus, zimmer, stube | casa, habitación | casa, stanza | casa, quarto | дом, доме, дома, комнат-, изб- | 家, 部屋 | 집, 방
place:castle | château | schloss, burg | castillo | castello | castelo | замок, замк- | 城 | 성
place:palace | palais | palast | palacio | palazzo | palácio | дворц-, дворец | 宮殿 | 궁전, 궁궐
place:school | école | schule | escuela | scuola | escola | школ- | 学校 | 학교
place:garden | jardin | garten | jardín | giardino | jardim | сад, саду, сада | 庭 | 정원
place:cave | grotte, caverne | höhle | cueva | grotta | caverna | пещер- | 洞窟, 洞穴 | 동굴
place:field | champ | feld, acker | campo | campo | campo | поле, поля | 畑, 野原 | 들판, 밭
place:bridge | pont | brücke | puente | ponte | ponte | мост, мосту, моста | 橋 | 다리
place:space | espace | weltraum, weltall | espacio | spazio | espaço | космос- | 宇宙 | 우주
place:temple | temple | tempel | templo | tempio | templo | храм- | 寺, 神社 | 절, 사원
time:dawn | aube, aurore | morgendämmerung, morgengrauen | amanecer, alba | alba | amanhecer, madrugada | рассвет- | 夜明け | 새벽
time:morning | matin | morgen, am morgen | mañana | mattina, mattino | manhã | утро, утром | 朝 | 아침
time:dusk | soir, crépuscule | abend, dämmerung | tarde, atardecer, anochecer | sera, tramonto | tarde, entardecer | вечер- | 夕方, 夕暮れ | 저녁
time:night | nuit | nacht | noche | notte | noite | ночь, ночью, ночи | 夜, 晩 | 밤
weather:rain | pluie | regen | lluvia | pioggia | chuva | дожд- | 雨 | 비
weather:snow | neige | schnee | nieve | neve | neve | снег- | 雪 | 눈이, 눈보라
weather:storm | tempête, orage | sturm, gewitter | tormenta, tempestad | tempesta, temporale | tempestade | бур-, гроз- | 嵐 | 폭풍, 폭풍우
weather:fog | brouillard, brume | nebel | niebla | nebbia | neblina, nevoeiro | туман- | 霧 | 안개
weather:winter | hiver | winter | invierno | inverno | inverno | зим- | 冬 | 겨울
weather:spring | printemps | frühling | primavera | primavera | primavera | весн- | 春 | 봄
weather:autumn | automne | herbst | otoño | autunno | outono | осен- | 秋 | 가을
weather:summer | été dernier, cet été | sommer | verano | estate | verão | летом | 夏 | 여름
object:moon | lune | mond | luna | luna | lua | лун- | 月 | 달
object:star | étoile, étoiles | stern, sterne | estrella, estrellas | stella, stelle | estrela, estrelas | звезд-, звёзд- | 星 | 별
object:sword | épée | schwert | espada | spada | espada | меч, мечом, меча | 剣, 刀 | 칼, 검
object:key | clé, clef | schlüssel | llave | chiave | chave | ключ- | 鍵 | 열쇠
object:letter | lettre | brief | carta | lettera | carta | письм- | 手紙 | 편지
object:book | livre | buch | libro | libro | livro | книг- | 本 | 책
object:lamp | lampe | lampe | lámpara | lampada | lâmpada | ламп- | 灯り, ランプ | 등불, 램프
object:boat | bateau, barque | boot | barco, barca | barca | barco | лодк- | 舟, 船 | 배
object:tree | arbre | baum | árbol | albero | árvore | дерев- | 木 | 나무
object:flower | fleur | blume | flor | fiore | flor | цвет- | 花 | 꽃
object:door | porte | tür | puerta | porta | porta | двер- | 扉, 戸 | 문
object:train | train | zug | tren | treno | trem, comboio | поезд- | 列車, 電車, 汽車 | 기차
object:ring | anneau, bague | ring | anillo | anello | anel | кольц- | 指輪 | 반지
object:fire | feu | feuer | fuego | fuoco | fogo | огонь, огн- | 火, 炎 | 불
`
