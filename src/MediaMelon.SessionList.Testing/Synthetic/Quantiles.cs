namespace MediaMelon.SessionList.Testing.Synthetic;

/// <summary>A distribution with linear interpolation between quantiles.</summary>
internal sealed class Quantiles(params (double Share, double Value)[] points)
{
    public double At(double share)
    {
        var upper = 1;
        while (upper < points.Length - 1 && points[upper].Share < share)
            upper++;

        var (from, to) = (points[upper - 1], points[upper]);
        return from.Value + ((to.Value - from.Value) * ((share - from.Share) / (to.Share - from.Share)));
    }
}
