using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Synthetic;

/// <summary>
/// Makes labelled addresses the way people write them: any level may be missing, the rest is roads and numbers, named places, villages, and noise.
/// The same seed gives the same addresses.
/// </summary>
internal sealed class AddressComposer
{
    private readonly SeededRandom _random;
    private readonly DivisionCatalog _catalog;
    private readonly DivisionWriter _divisions;
    private readonly NumberWriter _numbers;
    private readonly RoadWriter _roads;
    private readonly PlaceWriter _places;
    private readonly NoiseWriter _noise;

    public AddressComposer(DivisionCatalog catalog, ulong seed)
    {
        _random = new SeededRandom(seed);
        _catalog = catalog;
        _numbers = new NumberWriter(_random);
        _divisions = new DivisionWriter(_random, catalog);
        _roads = new RoadWriter(_random, catalog, _numbers);
        _places = new PlaceWriter(_random, catalog, _numbers);
        _noise = new NoiseWriter(_random);
    }

    /// <summary>The next address, of 3 to 70 characters.</summary>
    public LabelledAddress Next()
    {
        while (true)
        {
            LabelledAddress address = Compose();
            int length = address.Parts.Sum(part => part.Text.Length);
            if (length is >= 3 and <= 70)
            {
                return address;
            }
        }
    }

    private LabelledAddress Compose()
    {
        LabelledAddress address = new();
        TownChain town = _catalog.Town(_random);
        _noise.Before(address);
        if (_random.Chance(0.008))
        {
            _divisions.Upper(address, _catalog.Town(_random));
            address.Add(TagKind.Other, _random.Chance(0.5) ? "中国" : "");
        }

        if (_random.Chance(0.006))
        {
            address.Add(TagKind.Town, town.Town);
        }

        _divisions.Upper(address, town);
        bool zoneFirst = _random.Chance(0.5);
        if (_random.Chance(0.05) && zoneFirst)
        {
            address.Add(TagKind.Zone, _places.Zone(town));
        }

        if (_random.Chance(0.46))
        {
            _divisions.Town(address, town);
        }

        if (_random.Chance(0.03) && !zoneFirst)
        {
            address.Add(TagKind.Zone, _places.Zone(town));
        }

        bool village = _random.Chance(0.19);
        if (village)
        {
            _divisions.Village(address, town);
        }

        if (village && _random.Chance(0.68))
        {
            InVillage(address, town);
        }
        else
        {
            InTown(address, town);
        }

        _noise.After(address);
        return address;
    }

    private void InVillage(LabelledAddress to, TownChain town)
    {
        switch (_random.Weighted(24, 24, 15, 16, 14, 8, 6))
        {
            case 0: break;
            case 1:
                _numbers.VillageNumber(to);
                if (_random.Chance(0.2))
                {
                    _places.Place(to, town);
                }

                break;
            case 2:
                _numbers.Group(to);
                if (_random.Chance(0.65))
                {
                    _numbers.VillageNumber(to);
                }

                break;
            case 3:
                to.Add(TagKind.Poi, _divisions.Hamlet());
                if (_random.Chance(0.7))
                {
                    _numbers.VillageNumber(to);
                }

                break;
            case 4: _places.Place(to, town); break;
            case 6:
                to.Add(TagKind.Road, _catalog.Stem(_random) + _random.Pick((string[])["组", "组", "组", "队", "社"]));
                if (_random.Chance(0.5))
                {
                    _numbers.VillageNumber(to);
                }

                break;
            default:
                to.Add(TagKind.Poi, _random.Pick(Words.SubPlaces));
                if (_random.Chance(0.6))
                {
                    _numbers.VillageNumber(to);
                }

                break;
        }
    }

    private void InTown(LabelledAddress to, TownChain town)
    {
        if (_random.Chance(0.005))
        {
            to.Add(TagKind.Poi, _places.Circle(town, _roads.Name(town)));
        }

        switch (_random.Weighted(60, 24, 5, 5, 3, 3, 1.6))
        {
            case 0:
                _roads.Road(to, town);
                if (_random.Chance(0.55))
                {
                    _places.Place(to, town);
                }
                else if (_random.Chance(0.3))
                {
                    _numbers.Units(to);
                    _places.Inside(to, town, 0.15);
                }

                break;
            case 1: _places.Place(to, town); break;
            case 2:
                to.Add(TagKind.Poi, _places.Name(town));
                _roads.Road(to, town);
                _places.Inside(to, town, 0.1);
                break;
            case 3: break;
            case 4:
                to.Add(TagKind.Poi, _places.Name(town));
                _numbers.VillageNumber(to);
                break;
            case 6:
                to.Add(TagKind.Road, _roads.Name(town));
                _divisions.Village(to, town);
                if (_random.Chance(0.7))
                {
                    _numbers.VillageNumber(to);
                }

                break;
            default:
                _numbers.RoadNumber(to);
                if (_random.Chance(0.5))
                {
                    _places.Place(to, town);
                }

                break;
        }
    }
}
