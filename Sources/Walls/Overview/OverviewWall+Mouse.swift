package import Canvas
import Ledger
import Supervision
import Text
import Words

/// What a click on a count, a heading or a campaign lists.
extension OverviewWall {
    package func response(at point: Point, in frame: Frame) -> Response? {
        let scene = frame.scene
        guard !scene.ledger.matters.isEmpty else { return nil }
        let layout = layout(frame)
        if layout.ribbon.contains(point) {
            let places = OverviewRibbon(scene).draw(on: Canvas(layout.ribbon.size), isShort: layout.isRibbonShort)
            return places.firstIndex { $0.contains(point.x) }.flatMap { counted(scene, place: $0) }
        }
        if layout.campaigns.contains(point), layout.basis == nil {
            let campaign = OverviewSide(scene: scene).campaign(
                inRow: point.y - layout.campaigns.y,
                layout.campaignForm,
                hasGaps: layout.hasCampaignGaps,
                height: layout.campaigns.height
            )
            return campaign.flatMap { campaign in
                list(
                    scene.ledger.campaigns[campaign]?.name.string ?? "",
                    scene.order.filter { number in
                        scene.matter(number)?.campaign == campaign
                    }
                )
            }
        }
        // The heading, and the note on those for which there is no room.
        guard let list = layout.lists.first(where: { $0.rect.contains(point) }), !list.isLine, list.count > 0,
            point.y == list.rect.y || point.y == list.firstRow + list.pageRows && list.count > list.capacity
        else { return nil }
        return self.list(list.kind.name(scene.words), scene, list.kind)
    }

    /// The matters behind a count of the ribbon, in the order of ``OverviewRibbon``.
    private func counted(_ scene: Scene, place: Int) -> Response? {
        let words = scene.words
        func list(_ light: Light) -> Response? {
            self.list(words.name(light), scene.order.filter { scene.judgement($0)?.light == light })
        }
        switch place {
        case 0: return list(.red)
        case 1: return list(.orange)
        // 临期 counts what is due, whatever its light.
        case 2:
            let sections = [OverviewRows.Kind.dueToday, .near].compactMap { scene.overviewRows.section($0) }
            return self.list(words.name(Light.yellow), sections.flatMap { $0.duties.map(\.matter) })
        case 3: return self.list(words.overNight, scene, .overNight)
        case 4: return self.list(words.toDecide, scene, .decide)
        case 5: return self.list(OverviewRows.Kind.track.name(words), scene, .track)
        default: return self.list(words.inHand, scene.open)
        }
    }

    private func list(_ title: String, _ scene: Scene, _ kind: OverviewRows.Kind) -> Response? {
        list(title, scene.overviewRows.section(kind)?.duties.map(\.matter) ?? [])
    }

    private func list(_ title: String, _ matters: [MatterNumber]) -> Response? {
        matters.isEmpty ? nil : .list(title: title, matters)
    }
}
