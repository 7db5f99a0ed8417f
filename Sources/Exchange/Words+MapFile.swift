import Ledger
import Text
package import Words

// Sentences about files that draw the map.
extension Words {
    func sentence(_ fault: MapFault) -> String {
        switch fault {
        case .unknownFormat:
            self(
                "不是图幅文件。可以是字母图（图例、一行 ---、图形）、方格表（编码、行、列）或 GeoJSON，写法见 docs/Map.md。",
                "No map: letters with a legend and a line ---, a table of tiles (code, row, col), or GeoJSON; see docs/Map.md."
            )
        case .tooLarge(let bytes):
            self(
                "文件有 \(bytes >> 20) MB，上限 32 MB。请简化边界后再导出。",
                "\(bytes >> 20) MB; at most 32 MB. Simplify the outlines."
            )
        case .noPicture:
            self("图例下面要有一行 --- ，再往下画图，一个字母一格。", "Below the legend a line --- is wanted, and then the picture.")
        case .notALegend(let text):
            self(
                "「\(text)」不是图例。写成：A = 网格编码 名称；~ = 湖 镜湖；上级 = 网格编码。",
                "“\(text)” is no legend. Write: A = CODE NAME, ~ = 湖 NAME, or 上级 = CODE."
            )
        case .letterTaken(let letter, let line):
            self("字母 \(letter) 在第 \(line) 行已用过，请换一个。", "The letter \(letter) is used in line \(line) already.")
        case .letterReserved(let letter):
            self("「\(letter)」表示图外或注释，不能作图例，请换一个。", "“\(letter)” is outside or a comment; take another letter.")
        case .unknownLetter(let letter):
            self("图里有「\(letter)」，图例里没有。请补上图例，或改成图例里的字母。", "“\(letter)” stands in the picture and not in the legend.")
        case .pictureTooLarge(let columns, let rows):
            self(
                "图有 \(columns) 列 \(rows) 行，太大；最多 4000 列 3000 行。",
                "\(columns) columns and \(rows) rows; at most 4000 and 3000."
            )
        case .sectionTwice(let name): self("「\(name)」画了两次，请只留一段。", "\(name) is drawn twice; keep one section.")
        case .elsewhere(let name, let parent):
            self(
                "「\(name)」不属于\(parent.map { "「\($0)」" } ?? "街道这一级")，请画到它的上级那一段里（上级 = …）。",
                "“\(name)” does not lie right below \(parent?.string ?? "the street"); draw it in a section with 上级 = its parent."
            )
        case .gridTwice(let name): self("「\(name)」出现了两次，请只留一处。", "“\(name)” occurs twice; keep one.")
        case .noSuchHead(let name):
            self("台账里没有在职的「\(name)」，或不止一人。", "The ledger has no “\(name)” in office, or several.")
        case .notATile(let text):
            self("「\(text)」不是格数；写 1 到 500 的整数。", "“\(text)” is no tile: a whole number from 1 to 500.")
        case .tilesOverlap(let name, let other):
            self("「\(name)」压在「\(other)」上，请错开行、列。", "“\(name)” covers “\(other)”; change row or column.")
        case .unexpected(let text):
            self("JSON 写法有误，读到「\(text)」处不对。", "Not valid JSON at “\(text)”.")
        case .endsEarly: self("文件到这里断了，JSON 没有写完。", "The file ends here, in the middle of the JSON.")
        case .tooDeep: self("JSON 层数太多，不是地图数据。", "The JSON is nested too deep for a map.")
        case .notANumber(let text): self("「\(text)」不是 JSON 的数字。", "“\(text)” is no number of JSON.")
        case .notGeoJSON(let type):
            self(
                "不是 GeoJSON 的要素集（type 为「\(type)」，应为 FeatureCollection 或 Feature）。",
                "Not a FeatureCollection of GeoJSON (its type is “\(type)”)."
            )
        case .noFeatures: self("里面没有能画的要素（features 是空的）。", "There is no feature to draw.")
        case .noShapes: self("里面没有能画的形状。", "There is no shape to draw.")
        case .onlyPoints(let count):
            self(
                "\(count) 个网格只有一个点，没有边界，画不成图。请导出面状要素（Polygon）。",
                "\(count) grids have a point and no outline. Export areas (Polygon)."
            )
        case .noLabel(let known, let count):
            self(
                "\(count > 1 ? "从这里起 \(count) 个要素" : "这个要素")认不出是哪个网格：没有名称或编码\(known.isEmpty ? "" : "；现有属性：\(list(known))")。属性另有叫法时，请用 --name-property 或 --code-property 指明。",
                "\(count > 1 ? "From here on \(count) features have" : "This feature has") no property that names a grid\(known.isEmpty ? "" : "; there are: \(list(known))"). Say which with --name-property or --code-property."
            )
        case .emptyLabel(let property):
            self(
                "这个要素的「\(property)」是空的，认不出是哪个网格。请补上名称或编码。",
                "“\(property)” of this feature is empty; give the name or the code of its grid."
            )
        case .codeAndName(let code, let grid, let name):
            self(
                "编码「\(code)」是\(grid)，名称却写着「\(name)」。请改正其中一个。",
                "The code \(code) is that of \(grid), but the name says “\(name)”. Correct one of them."
            )
        case .unknownGrid(let name):
            self(
                "台账里没有网格「\(name)」。请改成已有的名称或编码；真有这个网格，先登记再导入图幅。",
                "The ledger has no grid “\(name)”. Write a name or code it has, or register the grid first."
            )
        case .objectsAlone(let count):
            self(
                "只有 \(count) 处水面、道路或点，没有网格的边界，画不成图。请先导入网格的面状要素。",
                "\(count) waters, roads or points, and no outlines of grids to lay them on. Import those first."
            )
        case .noCoordinates(let count):
            self(
                "街道的图没有这种坐标（字母图、方格表，或另一种坐标），这 \(count) 处水面、道路或点放不上去。请画在原来的图里，如：k = 卡口 东堤路口。",
                "The map of the street has no such coordinates (letters, tiles, or another survey): these \(count) waters, roads or points cannot be laid on it. Draw them there, such as: k = 卡口 NAME."
            )
        case .noProperty(let name, let known):
            self(
                "这个要素没有属性「\(name)」；有：\(list(known))。",
                "This feature has no property “\(name)”; it has: \(list(known))."
            )
        case .notAGeometry(let type):
            self(
                "画不了的形状「\(type)」；应为 Polygon、MultiPolygon 或 LineString。",
                "“\(type)” cannot be drawn: Polygon, MultiPolygon or LineString."
            )
        case .notAPosition:
            self("这里应是坐标 [经度, 纬度]，两个数字。", "A position is wanted here: the numbers [longitude, latitude].")
        case .shortRing(let points):
            self("这一圈只有 \(points) 个点，围不成面；至少 3 个。", "A ring of \(points) points closes in nothing; at least 3.")
        case .mixedSystems:
            self(
                "从这个要素起坐标换了一种（经纬度与投影米混在一起）。请统一后再导出。",
                "From this feature on the coordinates are of another system (degrees and metres mixed)."
            )
        case .mixedOrder:
            self(
                "从这个要素起「经度, 纬度」的次序反了。请统一后再导出。",
                "From this feature on longitude and latitude are the other way round."
            )
        case .outOfRange(let position):
            self(
                "坐标 \(position) 既不是经纬度，也不是以米计的投影坐标。",
                "The position \(position) is neither in degrees nor in metres of a projection."
            )
        case .farApart(let kilometres):
            self(
                "各要素相距 \(kilometres) 公里，不像一个街道；多半有个别点写成了 0 或写错。",
                "The features lie \(kilometres) km apart: most likely a position is 0 or mistyped."
            )
        case .tooManyPoints(let count, let limit):
            self("共 \(count) 个点，上限 \(limit)。请简化边界后再导出。", "\(count) points; at most \(limit). Simplify the outlines.")
        }
    }

    package func sentence(_ note: MapNote) -> String {
        switch note {
        case .swapped:
            return self(
                "坐标写成了「纬度, 经度」，已按「经度, 纬度」对调。",
                "Positions were written latitude first; they were put right (longitude first)."
            )
        case .northFirst:
            return self(
                "坐标先写了北向、后写了东向，已对调。",
                "Positions were written northing first; they were put right (easting first)."
            )
        case .objectsAdded(let count):
            return self(
                "水面、道路和点 \(count) 处加到街道现有的图上，原有的不动。",
                "\(count) waters, roads and points come to the map of the street; what is there stays."
            )
        case .objectsLeftOut(let count):
            return self(
                "街道的图没有坐标，\(count) 处水面、道路或点放不上去，没有导入。",
                "The map of the street has no coordinates: \(count) waters, roads or points were left out."
            )
        case .otherSurvey(let names):
            return self(
                "\(list(names.map(\.string)))的图是另一种坐标，与这份叠不到一起，暂按示意画。请用同一种坐标再导出。",
                "The maps of \(list(names.map(\.string))) are in other coordinates and are sketched until they are exported in these."
            )
        case .projected:
            return self(
                "是以米计的投影坐标，按平面画出；与经纬度的图不能混用。",
                "Positions are metres of a projection, drawn as a plane; do not mix them with degrees."
            )
        case .ringsClosed(let count):
            return self("有 \(count) 圈首尾没有相接，已接上。", "\(count) rings were not closed and were closed.")
        case .pointsSkipped(let count): return self("有 \(count) 个点状要素，图上不画。", "\(count) points are not drawn.")
        case .withoutPlace(let parent, let grids, let all):
            let place = parent.map { "「\($0)」" } ?? ""
            let shown = list(grids.prefix(8).map(\.string)) + (grids.count > 8 ? self("等", " …") : "")
            return self(
                "\(place)有 \(grids.count)/\(all) 个网格不在图上：\(shown)；屏幕上列在图下。",
                "\(grids.count) of \(all) grids\(parent.map { " of “\($0)”" } ?? "") have no place: \(shown); the screen lists them below the map."
            )
        case .withoutShape(let grids):
            let shown = list(grids.prefix(8).map(\.string)) + (grids.count > 8 ? self("等", " …") : "")
            return self("没有形状的要素：\(shown)。", "Features without a shape: \(shown).")
        }
    }
}
