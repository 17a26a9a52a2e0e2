package cn.publiccredit.local.samples;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A county-level division of Anhui.
 *
 * @param weight how many sample subjects it gets compared with others
 */
record Place(String code, String name, String cityCode, String city, int weight) {

    private static final List<Place> ALL = List.of(
            city("340100", "合肥市", 9, "340102 瑶海区", "340103 庐阳区", "340104 蜀山区", "340111 包河区", "340121 长丰县",
                    "340122 肥东县", "340123 肥西县", "340124 庐江县", "340181 巢湖市"),
            city("340200", "芜湖市", 5, "340202 镜湖区", "340207 鸠江区", "340209 弋江区", "340223 南陵县", "340281 无为市"),
            city("340300", "蚌埠市", 4, "340302 龙子湖区", "340303 蚌山区", "340304 禹会区", "340321 怀远县", "340322 五河县"),
            city("340400", "淮南市", 8, "340402 大通区", "340403 田家庵区", "340404 谢家集区", "340405 八公山区",
                    "340406 潘集区", "340421 凤台县", "340422 寿县"),
            city("340500", "马鞍山市", 3, "340503 花山区", "340504 雨山区", "340521 当涂县", "340523 和县"),
            city("340600", "淮北市", 3, "340602 杜集区", "340603 相山区", "340621 濉溪县"),
            city("340700", "铜陵市", 3, "340705 铜官区", "340706 义安区", "340722 枞阳县"),
            city("340800", "安庆市", 3, "340802 迎江区", "340803 大观区", "340822 怀宁县", "340881 桐城市", "340882 潜山市"),
            city("341000", "黄山市", 3, "341002 屯溪区", "341004 徽州区", "341021 歙县", "341022 休宁县"),
            city("341100", "滁州市", 3, "341102 琅琊区", "341103 南谯区", "341126 凤阳县", "341181 天长市", "341182 明光市"),
            city("341200", "阜阳市", 4, "341202 颍州区", "341203 颍东区", "341204 颍泉区", "341226 颍上县", "341282 界首市"),
            city("341300", "宿州市", 8, "341302 埇桥区", "341321 砀山县", "341322 萧县", "341323 灵璧县", "341324 泗县"),
            city("341500", "六安市", 3, "341502 金安区", "341503 裕安区", "341522 霍邱县", "341523 舒城县"),
            city("341600", "亳州市", 3, "341602 谯城区", "341621 涡阳县", "341622 蒙城县", "341623 利辛县"),
            city("341700", "池州市", 3, "341702 贵池区", "341721 东至县", "341723 青阳县"),
            city("341800", "宣城市", 3, "341802 宣州区", "341821 郎溪县", "341881 宁国市", "341882 广德市"))
            .stream().flatMap(List::stream).toList();

    private static final int WEIGHTS = ALL.stream().mapToInt(Place::weight).sum();

    private static List<Place> city(String code, String name, int weight, String... counties) {
        return List.of(counties).stream()
                .map(county -> new Place(county.substring(0, 6), county.substring(7), code, name, weight)).toList();
    }

    static Place any(RandomGenerator random) {
        int left = random.nextInt(WEIGHTS);
        for (Place place : ALL) {
            left -= place.weight;
            if (left < 0) {
                return place;
            }
        }
        return ALL.getLast();
    }

    static Place of(String code) {
        return ALL.stream().filter(place -> place.code.equals(code)).findFirst().orElseThrow();
    }

    /** One place of each city. */
    static List<Place> cities() {
        return ALL.stream().filter(place -> ALL.stream()
                .filter(other -> other.cityCode.equals(place.cityCode)).findFirst().orElseThrow() == place).toList();
    }

    /** The city's name without 市. */
    String shortCity() {
        return city.substring(0, city.length() - 1);
    }
}
