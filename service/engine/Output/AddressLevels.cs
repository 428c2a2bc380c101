namespace PlanetGraph.Engine.Output;

/// <summary>Names of the level of an answer, as docs/levels.md lists them: that of the finest field that is there.</summary>
internal static class AddressLevels
{
    public const string Number = "门牌号";

    /// <summary>The name for a field.</summary>
    public static string Of(AddressField field) => field switch
    {
        AddressField.Province => "省",
        AddressField.City => "市",
        AddressField.Region => "区",
        AddressField.Town => "街道",
        AddressField.Village => "村",
        AddressField.BusinessCircle => "商圈",
        AddressField.Road => "路",
        AddressField.Residential => "小区",
        AddressField.Mall => "商场",
        AddressField.Office => "写字楼",
        _ => "公司",
    };
}
