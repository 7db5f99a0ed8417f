import Canvas
import Ledger
import Samples
import Text
import Walls
import Words

/// A wall with nobody at the keyboard but the test: moves, settles and draws as the console does.
struct Hanging {
    var wall: any Wall
    var frame: Frame
    var repertoire: Repertoire

    /// - Parameter height: of the screen; the console keeps three rows of it.
    init(
        _ wall: any Wall,
        _ office: Office = .sample,
        at now: Moment? = nil,
        width: Int = 120,
        height: Int = 36,
        words: Words = .chinese,
        repertoire: Repertoire = .rich
    ) {
        self.wall = wall
        let scene = Scene(office.ledger, at: now ?? office.now, words: words, actor: .clerk)
        frame = Frame(scene: scene, size: Size(width: width, height: height - 3))
        self.repertoire = repertoire
        self.wall.settle(in: frame)
    }

    mutating func move(_ motions: Motion...) {
        for motion in motions { wall.move(motion, in: frame) }
        wall.settle(in: frame)
    }

    mutating func perform(_ abilities: Ability...) {
        for ability in abilities { wall.perform(ability, in: frame) }
        wall.settle(in: frame)
    }

    /// The ledger changed under the wall.
    mutating func show(_ office: Office) {
        frame.scene = Scene(office.ledger, at: office.now, words: frame.scene.words, actor: .clerk)
        wall.settle(in: frame)
    }

    var selection: MatterNumber? { wall.selection(in: frame) }

    var canvas: Canvas {
        let canvas = Canvas(frame.size, repertoire)
        wall.draw(in: frame, on: canvas)
        return canvas
    }
}

extension Office {
    /// The sample with the four function groups of its headquarters.
    static let headquarters: Office = {
        var office = Office.sample
        var facts = CampaignFacts()
        facts.groups = [
            .init(name: "综合业务组", head: .supervisionHead), .init(name: "具体业务组", head: .shenNanzhi),
            .init(name: "疑难个案组", head: nil),
        ]
        do { try office.perform(.changeCampaign(.land, facts)) } catch { preconditionFailure("refused: \(error)") }
        return office
    }()

    /// As many matters in hand as there are working days to be late by, each lead unit having some.
    static let crowded: Office = {
        var office = Office.founded
        let units: [UnitID] = [.construction, .landForce, .drainageForce, .liudi]
        let people: [PersonID] = [.heZhiyuan, .shenNanzhi, .luoWenzhou]
        do {
            for index in 0..<70 {
                var registration = Registration(
                    kind: [.target, .problem, .demand][index % 3],
                    title: Prose("第 \(index + 1) 件：沿街招牌隐患整改"),
                    source: .patrol
                )
                registration.lead = units[index % units.count]
                registration.person = people[index % people.count]
                registration.post = "网格员岗"
                registration.quantities = [QuantityLine(target: Amount(20), unit: "处")]
                registration.term = .workdays(5 + index % 40)
                let moment = Moment(Day("2026-10-12") + index % 5, minute: 600 + index, offset: .china)
                let number = try office.perform(.register(registration), at: moment)[0].matter!
                try office.perform(.submit(nil), on: number, at: moment)
                if index % 9 == 0 { continue }
                try office.perform(.issue(nil, nil), on: number, at: moment)
                if index % 7 == 0 { continue }
                try office.perform(.accept(nil), on: number, at: moment)
                if index % 5 == 0 { try office.perform(.report("已完成"), on: number, at: moment) }
                if index % 10 == 0 { try office.perform(.settle(.onSite, nil), on: number, at: moment) }
            }
        } catch {
            preconditionFailure("the crowded office was refused: \(error)")
        }
        return office
    }()
}
